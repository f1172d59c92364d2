import type { Problem } from "../model/problem.ts";
import type { Placement } from "../model/result.ts";
import { checkMeetings } from "./check-meetings.ts";
import { checkPeople } from "./check-people.ts";
import { checkSeats } from "./check-seats.ts";

/** A placement with what its ids stand for. */
export interface Held {
  placement: Placement;
  meeting: Problem["meetings"][number];
  /** Positions of its slots. */
  slots: number[];
  location: Problem["locations"][number];
}

/**
 * Every broken rule, in words; empty if the placements are valid. It reads the problem as given and shares no code with the engines.
 * Unscheduled meetings are no violation, except that a meeting waits for those before it.
 */
export function checkSchedule(problem: Problem, placements: readonly Placement[]): string[] {
  const wrong: string[] = [];
  const meetings = new Map(problem.meetings.map((m) => [m.id, m]));
  const slots = new Map(problem.slots.map((s, i) => [s.id, i]));
  const locations = new Map(problem.locations.map((l) => [l.id, l]));
  const held: Held[] = [];
  for (const placement of placements) {
    const meeting = meetings.get(placement.meetingId);
    const first = slots.get(placement.slotId);
    const location = locations.get(placement.locationId);
    if (!meeting || first === undefined || !location) wrong.push(`${placement.meetingId}: unknown meeting, slot or location`);
    else held.push({ placement, meeting, location, slots: Array.from({ length: meeting.length }, (_, i) => first + i) });
  }
  return [...wrong, ...checkMeetings(problem, held), ...checkPeople(problem, held), ...checkSeats(problem, held)];
}
