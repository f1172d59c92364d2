import type { Plan } from "./plan.ts";
import { unplaced } from "./plan.ts";

/** Whether the meeting's own rules and its precedences allow it to start in the slot, as the plan stands. */
export function mayStart(plan: Plan, m: number, slot: number): boolean {
  const { c } = plan;
  if (c.startable[m * c.slots + slot] === 0 || c.excluded[m] === 1) return false;
  for (const earlier of c.before[m]!) {
    const at = plan.slotOf[earlier]!;
    if (at === unplaced || at + c.length[earlier]! > slot) return false;
  }
  for (const later of c.after[m]!) {
    const at = plan.slotOf[later]!;
    if (at !== unplaced && slot + c.length[m]! > at) return false;
  }
  return true;
}

export function hasSeat(plan: Plan, m: number, slot: number, location: number): boolean {
  const { c } = plan;
  for (let s = slot, end = slot + c.length[m]!; s < end; s++)
    if (plan.taken[location * c.slots + s]! >= c.seats[location * c.slots + s]!) return false;
  return true;
}

/** Whether the person is free for `length` slots, in time from the neighbouring meetings, and within the limits. */
export function isFree(plan: Plan, person: number, slot: number, length: number, location: number): boolean {
  const { c, meetingAt } = plan;
  const base = person * c.slots;
  for (let s = slot; s < slot + length; s++) if (c.available[base + s] === 0 || meetingAt[base + s] !== unplaced) return false;
  if (plan.perDay[person * plan.days + c.dayOf[slot]!]! >= c.maxPerDay[person]!) return false;
  if (blockedByWalk(plan, person, slot, length, location) !== unplaced) return false;
  return c.maxInARow[person]! >= c.slots || rowLength(plan, person, slot, length) <= c.maxInARow[person]!;
}

/** A meeting of the person too far away to reach from, or before, the given one; -1 if none. */
export function blockedByWalk(plan: Plan, person: number, slot: number, length: number, location: number): number {
  const { c, meetingAt } = plan;
  const last = slot + length - 1;
  const before = walkConflict(plan, person, slot, location, -1);
  if (before !== unplaced || length === 1) return before !== unplaced ? before : walkConflict(plan, person, last, location, 1);
  const after = walkConflict(plan, person, last, location, 1);
  return after === unplaced || meetingAt[person * c.slots + slot] === after ? unplaced : after;
}

function walkConflict(plan: Plan, person: number, slot: number, location: number, direction: number): number {
  const { c, meetingAt, placeOf } = plan;
  const near = c.nearSlots[slot]!;
  const gaps = c.nearMinutes[slot]!;
  const from = c.zoneOf[location]! * c.zones;
  for (let i = 0; i < near.length; i++) {
    if ((near[i]! - slot) * direction < 0) continue;
    const other = meetingAt[person * c.slots + near[i]!]!;
    if (other === unplaced) continue;
    const there = placeOf[other]!;
    if (there !== location && c.minutes[from + c.zoneOf[there]!]! > gaps[i]!) return other;
  }
  return unplaced;
}

/** Meetings in a row around the given slots if they were taken. */
export function rowLength(plan: Plan, person: number, slot: number, length: number): number {
  const { c, meetingAt } = plan;
  const busy = (s: number) =>
    s >= 0 && s < c.slots && c.dayOf[s] === c.dayOf[slot] && meetingAt[person * c.slots + s] !== unplaced;
  let first = slot;
  let last = slot + length - 1;
  while (busy(first - 1)) first--;
  while (busy(last + 1)) last++;
  return last - first + 1;
}

/** Chooses free representatives into `plan.repOf` for the slot and location; false if a party has none. */
export function chooseReps(plan: Plan, m: number, slot: number, location: number): boolean {
  const { c } = plan;
  const first = c.partyStart[m]!;
  for (let i = first; i < c.partyStart[m + 1]!; i++) {
    const chosen = freeRep(plan, i, first, slot, c.length[m]!, location);
    if (chosen === unplaced) return false;
    plan.repOf[i] = chosen;
  }
  return true;
}

function freeRep(plan: Plan, party: number, firstParty: number, slot: number, length: number, location: number): number {
  for (const rep of plan.c.repsOf[party]!) {
    let taken = false;
    for (let i = firstParty; i < party && !taken; i++) taken = plan.repOf[i] === rep;
    if (!taken && isFree(plan, rep, slot, length, location)) return rep;
  }
  return unplaced;
}

/** The first location where the meeting fits into the slot, with its representatives chosen; -1 if none. */
export function fit(plan: Plan, m: number, slot: number): number {
  if (!mayStart(plan, m, slot)) return unplaced;
  for (const location of plan.c.locationsOf[m]!) {
    if (hasSeat(plan, m, slot, location) && chooseReps(plan, m, slot, location)) return location;
  }
  return unplaced;
}
