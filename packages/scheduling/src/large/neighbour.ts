import { type Plan, unplaced } from "./plan.ts";

/** The nearest slot of the same day in that direction where the person meets; -1 if none. */
export function neighbour(plan: Plan, person: number, slot: number, step: number): number {
  const { c, meetingAt } = plan;
  for (let s = slot + step; s >= 0 && s < c.slots && c.dayOf[s] === c.dayOf[slot]; s += step)
    if (meetingAt[person * c.slots + s] !== unplaced) return s;
  return unplaced;
}

/** Minutes from the location to that of the person's meeting in the slot; none for slot -1. */
export function walk(plan: Plan, person: number, slot: number, location: number): number {
  if (slot === unplaced) return 0;
  const { c } = plan;
  const there = plan.placeOf[plan.meetingAt[person * c.slots + slot]!]!;
  return there === location ? 0 : c.minutes[c.zoneOf[location]! * c.zones + c.zoneOf[there]!]!;
}
