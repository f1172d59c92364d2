import { neighbour } from "./neighbour.ts";
import { type Plan, unplaced } from "./plan.ts";

/** Breaks of each person as the plan stands. */
export function breakCounts(plan: Plan): Int32Array {
  const { c, meetingAt } = plan;
  const counts = new Int32Array(c.people);
  for (let person = 0; person < c.people; person++)
    for (let s = 1; s < c.slots; s++) {
      if (meetingAt[person * c.slots + s] === unplaced) continue;
      const before = neighbour(plan, person, s, -1);
      if (before !== unplaced && before < s - 1) counts[person] = counts[person]! + 1;
    }
  return counts;
}

/** How many breaks more a person has with a meeting in idle slots between those two meetings (-1: none): -1, 0 or 1. */
export function breaksMade(before: number, after: number, slot: number, length: number): number {
  const breaksWith = (before !== unplaced && before < slot - 1 ? 1 : 0) + (after > slot + length ? 1 : 0);
  return breaksWith - (before !== unplaced && after !== unplaced ? 1 : 0);
}
