// Repairs and alternatives on the plan of the large fair, in a process of their own.
import { alternatives } from "../../src/alternatives/alternatives.ts";
import { createRandom } from "../../src/random.ts";
import { createPlanState } from "../../src/repair/plan-state.ts";
import { repairState } from "../../src/repair/repair-state.ts";
import { solve } from "../../src/solve.ts";
import { fairs, generateFair } from "../generate-fair.ts";
import { type ChangeKind, changeKinds, changeOf } from "./single-changes.ts";

export interface LiveRequest {
  seed: number;
  changes: number;
  questions: number;
}

export interface LiveRun {
  repairs: Record<ChangeKind, { milliseconds: number[]; cpuMilliseconds: number[]; moved: number[]; dropped: number[] }>;
  alternatives: number[];
}

process.once("message", ({ seed, changes, questions }: LiveRequest) => {
  const problem = generateFair(fairs.large, seed);
  const { placements } = solve(problem, { seed });
  const state = createPlanState(problem, placements);
  const random = createRandom(seed + 1);
  const repairs = Object.fromEntries(
    changeKinds.map((kind) => {
      const cpuMilliseconds: number[] = [];
      const seen = Array.from({ length: changes }, () => {
        const change = changeOf(kind, problem, placements, random);
        const before = process.cpuUsage();
        const repaired = repairState(state, [change]);
        const { user, system } = process.cpuUsage(before);
        cpuMilliseconds.push((user + system) / 1000);
        return repaired;
      });
      return [
        kind,
        {
          milliseconds: seen.map(({ seconds }) => seconds * 1000),
          cpuMilliseconds,
          moved: seen.map(({ moved }) => moved.length),
          dropped: seen.map(({ dropped }) => dropped.length),
        },
      ];
    }),
  ) as LiveRun["repairs"];
  const asked = Array.from({ length: questions }, () => {
    const { meetingId } = placements[random.below(placements.length)]!;
    const started = performance.now();
    alternatives(state, meetingId, 3);
    return performance.now() - started;
  });
  process.send?.({ repairs, alternatives: asked } satisfies LiveRun, () => process.disconnect());
});
