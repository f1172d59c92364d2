import { placementAt, restore } from "../large/placements.ts";
import { createPlan, type Plan, remove, unplaced } from "../large/plan.ts";
import { compileProblem } from "../model/parse-problem.ts";
import type { ProblemInput } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";

/** A plan kept ready for repairs and questions. Everything in it changes through the functions of this folder only. */
export interface PlanState {
  plan: Plan;
  /** Meetings that the arrays of the plan have room for. */
  capacity: number;
  /** Positions of meetings that have been called off. */
  cancelled: Set<number>;
  /** Given placements that break a rule; the next repair finds them another place or says why not. */
  homeless: Map<number, Placement>;
}

export interface PlanStateOptions {
  /** Confirmed meetings, placed before the others where placements contradict each other. */
  pinnedMeetingIds?: Iterable<string>;
}

/**
 * Compiles the problem once and places what is given. Throws `ProblemRefused` for a malformed problem; musts that cannot be held are no obstacle here.
 * Placements of meetings that the problem does not know are ignored.
 */
export function createPlanState(
  problem: ProblemInput,
  placements: readonly Placement[],
  options: PlanStateOptions = {},
): PlanState {
  const c = compileProblem(problem);
  const plan = createPlan(c);
  const pinned = new Set(options.pinnedMeetingIds ?? []);
  const first = restore(
    plan,
    placements.filter((p) => pinned.has(p.meetingId)),
    "exact",
  );
  const others = placements.filter((p) => !pinned.has(p.meetingId));
  // Twice, because a pinned meeting may come after one that is not.
  const rejected = restore(plan, [...first, ...restore(plan, others, "exact")], "exact");
  const homeless = new Map<number, Placement>();
  for (const placement of rejected) {
    const m = c.index.meetings.get(placement.meetingId);
    if (m !== undefined && plan.slotOf[m] === unplaced) homeless.set(m, placement);
  }
  return { plan, capacity: c.meetings, cancelled: new Set(), homeless };
}

/** The placements of the state's plan, in the order of the problem's meetings. */
export function placementsIn({ plan }: PlanState): Placement[] {
  const placements: Placement[] = [];
  for (let m = 0; m < plan.c.meetings; m++) if (plan.slotOf[m] !== unplaced) placements.push(placementAt(plan, m));
  return placements;
}

/** Notes that a meeting is now held elsewhere, as booked outside of a repair. False, and without effect, if it does not fit there. */
export function hold(state: PlanState, placement: Placement): boolean {
  const { plan } = state;
  const m = plan.c.index.meetings.get(placement.meetingId);
  if (m === undefined || state.cancelled.has(m)) return false;
  const before = plan.slotOf[m] === unplaced ? null : placementAt(plan, m);
  if (before !== null) remove(plan, m);
  if (restore(plan, [placement], "exact").length === 0) {
    state.homeless.delete(m);
    return true;
  }
  if (before !== null) restore(plan, [before], "exact");
  return false;
}

/** Notes that a meeting is no longer held; it stays a wish. */
export function release(state: PlanState, meetingId: string): void {
  const m = state.plan.c.index.meetings.get(meetingId);
  if (m === undefined) return;
  state.homeless.delete(m);
  if (state.plan.slotOf[m] !== unplaced) remove(state.plan, m);
}
