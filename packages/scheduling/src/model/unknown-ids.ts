import type { Contradiction } from "./contradiction.ts";
import type { Meeting, Problem } from "./problem.ts";

/** What a meeting may name. */
interface Known {
  slots: { has(id: string): boolean };
  locations: { has(id: string): boolean };
  meetings: { has(id: string): boolean };
  parties: { has(id: string): boolean };
}

/** Ids used twice, ids that name nothing, and slots that are not in the order of time. */
export function unknownIds(problem: Problem): Contradiction[] {
  const found: Contradiction[] = [];
  const ids = (what: string, list: readonly { id: string }[]) => {
    const known = new Set<string>();
    for (const { id } of list) {
      if (known.has(id)) found.push({ code: "ID_TWICE", message: `${what} ${id} appears twice` });
      known.add(id);
    }
    return known;
  };
  const slots = ids("slot", problem.slots);
  const participants = ids("participant", problem.participants);
  const locations = ids("location", problem.locations);
  const meetings = ids("meeting", problem.meetings);
  const zones = ids("zone", problem.zones);
  const organizations = new Set(problem.participants.flatMap((p) => p.organizationId ?? []));
  const parties = new Set([...participants, ...organizations]);
  for (const id of organizations)
    if (participants.has(id)) found.push({ code: "ID_TWICE", message: `${id} is both a participant and an organization` });
  for (const { id, unavailableSlotIds } of [...problem.participants, ...problem.locations])
    for (const slot of unavailableSlotIds) if (!slots.has(slot)) found.push(unknown(slot, id));
  for (const { id, zoneId } of problem.locations)
    if (zoneId !== undefined && !zones.has(zoneId)) found.push(unknown(zoneId, `location ${id}`));
  for (const pair of problem.exclusions)
    for (const id of pair) if (!parties.has(id)) found.push(unknown(id, `exclusion ${pair.join(", ")}`));
  for (const meeting of problem.meetings) found.push(...meetingFaults(meeting, { slots, locations, meetings, parties }));
  return [...found, ...slotsOutOfOrder(problem)];
}

const unknown = (id: string, of: string): Contradiction => ({
  code: "ID_UNKNOWN",
  message: `${of} names ${id}, which is unknown`,
});

/** Ids in a meeting that name nothing, and parties named twice. */
export function meetingFaults(meeting: Meeting, known: Known): Contradiction[] {
  const of = `meeting ${meeting.id}`;
  const slotIds = [meeting.fixedSlotId, meeting.earliestSlotId, meeting.latestSlotId].filter((id) => id !== undefined);
  const missing = [
    ...meeting.parties.filter((id) => !known.parties.has(id)),
    ...slotIds.filter((id) => !known.slots.has(id)),
    ...meeting.afterMeetingIds.filter((id) => !known.meetings.has(id)),
    ...(meeting.locationId === undefined || known.locations.has(meeting.locationId) ? [] : [meeting.locationId]),
  ];
  const found = missing.map((id) => unknown(id, of));
  if (new Set(meeting.parties).size < meeting.parties.length)
    found.push({ code: "PARTY_TWICE", message: `${of} has the same party twice` });
  return found;
}

function slotsOutOfOrder(problem: Problem): Contradiction[] {
  const found: Contradiction[] = [];
  const finished = new Set<string>();
  problem.slots.forEach((slot, s) => {
    const before = problem.slots[s - 1];
    if (slot.endMinute <= slot.startMinute) found.push({ code: "SLOT_EMPTY", message: `slot ${slot.id} ends before it starts` });
    if (before?.day === slot.day && before.endMinute > slot.startMinute)
      found.push({ code: "SLOTS_OVERLAP", message: `slots ${before.id} and ${slot.id} overlap or are out of order` });
    if (before && before.day !== slot.day) finished.add(before.day);
    if (finished.has(slot.day)) found.push({ code: "SLOTS_MIXED", message: `slot ${slot.id} belongs to a day that has ended` });
  });
  return found;
}
