import { type Plan, unplaced } from "../large/plan.ts";
import { createLog, type Log, type Origin, whereIs } from "./log.ts";
import type { PlanState } from "./plan-state.ts";
import type { RepairOptions } from "./repaired.ts";

/** One repair under way. */
export interface Run {
  plan: Plan;
  log: Log;
  /** Slots before this one have begun. */
  firstSlot: number;
  pinned: Set<number>;
  /** Where a meeting was before the repair; slot -1 if nowhere. */
  home: (meeting: number) => Origin;
  /** Positions that may still be looked at. */
  effort: number;
  /** As many of them for one meeting that is no must. */
  effortPerMeeting: number;
  /** Meetings by slot as they were at the beginning; made when first needed. */
  bySlot: number[][] | null;
}

const defaultEffort = 100_000;
const defaultPerMeeting = 10_000;

export function createRun({ plan, homeless }: PlanState, options: RepairOptions): Run {
  const { index } = plan.c;
  const log = createLog(plan);
  const pinned = new Set<number>();
  for (const id of options.pinnedMeetingIds ?? []) if (index.meetings.has(id)) pinned.add(index.meetings.get(id)!);
  const home: Run["home"] = (m) => {
    const given = homeless.get(m);
    if (given === undefined) return log.origins.get(m) ?? whereIs(plan, m);
    return {
      slot: index.slots.get(given.slotId) ?? unplaced,
      place: index.locations.get(given.locationId) ?? unplaced,
      reps: Int32Array.from(given.representativeIds, (id) => index.participants.get(id) ?? unplaced),
    };
  };
  const firstSlot = options.notBeforeSlotId === undefined ? 0 : (index.slots.get(options.notBeforeSlotId) ?? 0);
  const effort = options.effort ?? defaultEffort;
  return { plan, log, firstSlot, pinned, home, effort, effortPerMeeting: defaultPerMeeting, bySlot: null };
}

/** Whether the placed meeting may be moved: neither confirmed nor begun. */
export const mayMove = ({ plan, pinned, firstSlot }: Run, m: number): boolean => !pinned.has(m) && plan.slotOf[m]! >= firstSlot;

/** Placed meetings that cover the slot at the location. */
export function heldIn(run: Run, location: number, slot: number): number[] {
  const { plan, log } = run;
  run.bySlot ??= groupBySlot(plan);
  const isHere = (m: number) => {
    const first = plan.slotOf[m]!;
    return first !== unplaced && plan.placeOf[m] === location && first <= slot && slot < first + plan.c.length[m]!;
  };
  const found = run.bySlot[slot]!.filter(isHere);
  for (const m of log.origins.keys()) if (isHere(m) && !found.includes(m)) found.push(m);
  return found;
}

function groupBySlot(plan: Plan): number[][] {
  const { c } = plan;
  const groups: number[][] = Array.from({ length: c.slots }, () => []);
  for (let m = 0; m < c.meetings; m++) {
    const first = plan.slotOf[m]!;
    if (first !== unplaced) for (let s = first; s < first + c.length[m]!; s++) groups[s]!.push(m);
  }
  return groups;
}
