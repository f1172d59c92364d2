import { type Plan, place, remove, unplaced } from "../large/plan.ts";

/** Where a meeting is and who comes; slot -1 and nobody if it has no place. */
export interface Origin {
  slot: number;
  place: number;
  reps: Int32Array;
}

/** Every step on a plan, so that any number of the last ones can be taken back. */
export interface Log {
  plan: Plan;
  entries: { meeting: number; before: Origin }[];
  /** Where each meeting ever touched was at the beginning. */
  origins: Map<number, Origin>;
}

export const createLog = (plan: Plan): Log => ({ plan, entries: [], origins: new Map() });

export function takeAway(log: Log, m: number): void {
  note(log, m);
  remove(log.plan, m);
}

/** Places the meeting; `reps` by party. The caller has made sure that it fits. */
export function putAt(log: Log, m: number, slot: number, location: number, reps: ArrayLike<number>): void {
  note(log, m);
  log.plan.repOf.set(reps, log.plan.c.partyStart[m]!);
  place(log.plan, m, slot, location);
}

function note({ plan, entries, origins }: Log, m: number): void {
  const before = whereIs(plan, m);
  entries.push({ meeting: m, before });
  if (!origins.has(m)) origins.set(m, before);
}

const nobody = new Int32Array(0);

export function whereIs(plan: Plan, m: number): Origin {
  const { partyStart } = plan.c;
  // What an unplaced meeting has in the arrays is left over from a try.
  if (plan.slotOf[m] === unplaced) return { slot: unplaced, place: unplaced, reps: nobody };
  return { slot: plan.slotOf[m]!, place: plan.placeOf[m]!, reps: plan.repOf.slice(partyStart[m]!, partyStart[m + 1]!) };
}

/** Takes back, the last first, until `length` entries are left. */
export function rollBack({ plan, entries }: Log, length: number): void {
  while (entries.length > length) {
    const { meeting, before } = entries.pop()!;
    if (plan.slotOf[meeting] !== unplaced) remove(plan, meeting);
    plan.repOf.set(before.reps, plan.c.partyStart[meeting]!);
    if (before.slot !== unplaced) place(plan, meeting, before.slot, before.place);
  }
}
