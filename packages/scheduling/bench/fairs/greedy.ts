import { fit, mayStart } from "../../src/large/fits.ts";
import { createPlan, place, unplaced } from "../../src/large/plan.ts";
import { compileProblem } from "../../src/model/parse-problem.ts";
import type { ProblemInput } from "../../src/model/problem.ts";

/** What a simple product does: the weightiest wish first, in the first slot that is free for it; nothing is ever moved. Returns the weight. */
export function greedyWeight(problem: ProblemInput): number {
  const c = compileProblem(problem);
  const plan = createPlan(c);
  const order = Array.from({ length: c.meetings }, (_, m) => m).sort((a, b) => c.weight[b]! - c.weight[a]!);
  for (const m of order)
    for (let slot = 0; slot < c.slots; slot++) {
      const location = mayStart(plan, m, slot) ? fit(plan, m, slot) : unplaced;
      if (location === unplaced) continue;
      place(plan, m, slot, location);
      break;
    }
  return plan.weight;
}
