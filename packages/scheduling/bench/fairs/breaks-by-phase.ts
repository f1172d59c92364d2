import { type Distribution, distributionOf } from "../../src/compare/distribution.ts";
import { placementsOf } from "../../src/large/placements.ts";
import { createPlan } from "../../src/large/plan.ts";
import { solveLarge } from "../../src/large/solve-large.ts";
import { compileProblem } from "../../src/model/parse-problem.ts";
import type { ProblemInput } from "../../src/model/problem.ts";
import type { Placement } from "../../src/model/result.ts";

/** How breaks lie between people before and after they are evened out. */
export interface BreaksByPhase {
  before: Distribution;
  after: Distribution;
}

/** The large engine once more, with a look at the plan when it is polished and when breaks are evened out. */
export function breaksByPhase(problem: ProblemInput, seed: number): BreaksByPhase {
  const plan = createPlan(compileProblem(problem));
  const at = new Map<string, Distribution>();
  const onProgress = (phase: string) => at.set(phase, distributionOf(breaksOf(problem, placementsOf(plan))));
  solveLarge(plan.c, { seed, start: plan, shouldStop: () => false, onProgress });
  return { before: at.get("polished")!, after: at.get("breaks evened")! };
}

/** Idle gaps of each person within days, counted from the placements; meetings are one slot long in generated fairs. */
function breaksOf({ participants, slots }: ProblemInput, placements: readonly Placement[]): number[] {
  const position = new Map(slots.map(({ id }, s) => [id, s]));
  const busy = new Map<string, number[]>(participants.map(({ id }) => [id, []]));
  for (const { slotId, representativeIds } of placements)
    for (const id of representativeIds) busy.get(id)!.push(position.get(slotId)!);
  return [...busy.values()].map((held) => {
    held.sort((a, b) => a - b);
    return held.filter((s, i) => i > 0 && s > held[i - 1]! + 1 && slots[s]!.day === slots[held[i - 1]!]!.day).length;
  });
}
