import type { Contradiction } from "./contradiction.ts";
import type { Problem } from "./problem.ts";

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
  const parties = new Set([...participants, ...problem.participants.flatMap((p) => p.organizationId ?? [])]);
  const known = (set: Set<string>, id: string | undefined, of: string) => {
    if (id !== undefined && !set.has(id)) found.push({ code: "ID_UNKNOWN", message: `${of} names ${id}, which is unknown` });
  };
  for (const { id, unavailableSlotIds } of [...problem.participants, ...problem.locations])
    for (const slot of unavailableSlotIds) known(slots, slot, id);
  for (const location of problem.locations) known(zones, location.zoneId, `location ${location.id}`);
  for (const meeting of problem.meetings) {
    const of = `meeting ${meeting.id}`;
    for (const party of meeting.parties) known(parties, party, of);
    for (const slot of [meeting.fixedSlotId, meeting.earliestSlotId, meeting.latestSlotId]) known(slots, slot, of);
    for (const other of meeting.afterMeetingIds) known(meetings, other, of);
    known(locations, meeting.locationId, of);
    if (new Set(meeting.parties).size < meeting.parties.length)
      found.push({ code: "PARTY_TWICE", message: `${of} has the same party twice` });
  }
  return [...found, ...slotsOutOfOrder(problem)];
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
