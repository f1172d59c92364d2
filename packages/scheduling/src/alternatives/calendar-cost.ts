import { breaksMade } from "../large/break-counts.ts";
import { neighbour, walk } from "../large/neighbour.ts";
import type { Plan } from "../large/plan.ts";

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
  return {
    breaks: breaksMade(before, after, slot, length),
    walking: walk(plan, person, before, location) + walk(plan, person, after, location),
  };
}
