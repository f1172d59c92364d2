import type { Problem } from "./problem.ts";
import { meetingFaults } from "./unknown-ids.ts";

/** The problem without what its faulty ids make unreadable, so that the rest can be checked as well. */
export function readablePart(problem: Problem): Problem {
  const slots = once(problem.slots);
  const zones = once(problem.zones);
  const slotIds = new Set(slots.map(({ id }) => id));
  const zoneIds = new Set(zones.map(({ id }) => id));
  const known = (list: readonly string[]) => list.filter((id) => slotIds.has(id));
  const participants = once(problem.participants).map((p) => ({ ...p, unavailableSlotIds: known(p.unavailableSlotIds) }));
  const locations = once(problem.locations)
    .filter(({ zoneId }) => zoneId === undefined || zoneIds.has(zoneId))
    .map((l) => ({ ...l, unavailableSlotIds: known(l.unavailableSlotIds) }));
  const parties = new Set(participants.flatMap((p) => [p.id, p.organizationId ?? p.id]));
  const inUse = { slots: slotIds, locations: new Set(locations.map(({ id }) => id)), parties };
  return {
    ...problem,
    slots,
    zones,
    participants,
    locations,
    exclusions: problem.exclusions.filter((pair) => pair.every((id) => parties.has(id))),
    meetings: readableMeetings(once(problem.meetings), inUse),
  };
}

/** Without meetings that name what is unknown, and again without those that named one of them. */
function readableMeetings(
  meetings: Problem["meetings"],
  inUse: { slots: Set<string>; locations: Set<string>; parties: Set<string> },
): Problem["meetings"] {
  const known = { ...inUse, meetings: new Set(meetings.map(({ id }) => id)) };
  const readable = meetings.filter((meeting) => meetingFaults(meeting, known).length === 0);
  return readable.length === meetings.length ? readable : readableMeetings(readable, inUse);
}

function once<T extends { id: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id));
}
