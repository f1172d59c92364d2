import type { Brokerage } from "./brokerage.ts";

/** A complete or partial assignment with the indexes that moves need. Nobody is ever in two meetings of a slot. */
export interface Timetable {
  slotOf: Int32Array;
  busy: Int32Array;
  /** meetingAt[person * slots + slot], or -1. */
  meetingAt: Int32Array;
  load: Int32Array;
}

export const unplaced = -1;

export function emptyTimetable(problem: Brokerage): Timetable {
  return {
    slotOf: new Int32Array(problem.meetings).fill(unplaced),
    busy: new Int32Array(problem.people),
    meetingAt: new Int32Array(problem.people * problem.slots).fill(unplaced),
    load: new Int32Array(problem.slots),
  };
}

export function put(problem: Brokerage, table: Timetable, meeting: number, slot: number): void {
  table.slotOf[meeting] = slot;
  table.load[slot] = table.load[slot]! + 1;
  for (const p of problem.peopleOf[meeting]!) {
    table.busy[p] = table.busy[p]! | (1 << slot);
    table.meetingAt[p * problem.slots + slot] = meeting;
  }
}

export function take(problem: Brokerage, table: Timetable, meeting: number): void {
  const slot = table.slotOf[meeting]!;
  table.slotOf[meeting] = unplaced;
  table.load[slot] = table.load[slot]! - 1;
  for (const p of problem.peopleOf[meeting]!) {
    table.busy[p] = table.busy[p]! & ~(1 << slot);
    table.meetingAt[p * problem.slots + slot] = unplaced;
  }
}
