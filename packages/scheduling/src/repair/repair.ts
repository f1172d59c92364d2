import type { ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import type { Change } from "./change.ts";
import { createPlanState, placementsIn } from "./plan-state.ts";
import { commitRepair } from "./repair-state.ts";
import type { Repaired, RepairOptions } from "./repaired.ts";

export interface RepairedPlan extends Repaired {
  /** The whole plan after the repair. */
  placements: Placement[];
}

/**
 * One repair of a plan that is not kept ready; see `repairState`. Without changes it makes given placements valid, for example when bookings went on while
 * a run was under way. Pure: nothing given is changed.
 */
export function repair(
  problem: ProblemInput,
  placements: readonly Placement[],
  changes: readonly Change[],
  options: RepairOptions = {},
): RepairedPlan {
  const pinnedMeetingIds = [...(options.pinnedMeetingIds ?? [])];
  const state = createPlanState(problem, placements, { pinnedMeetingIds });
  const repaired = commitRepair(state, changes, { ...options, pinnedMeetingIds });
  return { ...repaired, placements: placementsIn(state) };
}
