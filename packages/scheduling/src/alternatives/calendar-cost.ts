import { type Plan, unplaced } from "../large/plan.ts";

/** What a place does to one person's day. */
export interface CalendarCost {
  /** Idle gaps made, less idle gaps closed. */
  breaks: number;
  /** Minutes of walking from the meeting before and to the one after. */
  walking: number;
}

/** For a meeting that is not in the plan; the person is idle in its slots. */
export function calendarCost(plan: Plan, person: number, slot: number, length: number, location: number): CalendarCost {
  const before = neighbour(plan, person, slot, -1);
  const after = neighbour(plan, person, slot + length - 1, 1);
  const gapsWith = (before !== unplaced && before < slot - 1 ? 1 : 0) + (after > slot + length ? 1 : 0);
  const gapsWithout = before !== unplaced && after !== unplaced && after > before + 1 ? 1 : 0;
  return { breaks: gapsWith - gapsWithout, walking: walk(plan, person, before, location) + walk(plan, person, after, location) };
}

/** The nearest slot of the same day in that direction where the person meets; -1 if none. */
function neighbour({ c, meetingAt }: Plan, person: number, slot: number, step: number): number {
  for (let s = slot + step; s >= 0 && s < c.slots && c.dayOf[s] === c.dayOf[slot]; s += step)
    if (meetingAt[person * c.slots + s] !== unplaced) return s;
  return unplaced;
}

function walk({ c, meetingAt, placeOf }: Plan, person: number, slot: number, location: number): number {
  if (slot === unplaced) return 0;
  const there = placeOf[meetingAt[person * c.slots + slot]!]!;
  return there === location ? 0 : c.minutes[c.zoneOf[location]! * c.zones + c.zoneOf[there]!]!;
}
