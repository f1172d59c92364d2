import type { Problem } from "./problem.ts";

/** The problem in numbers: ids are list positions, lists of lists are flat with offsets. */
export interface Compiled {
  problem: Problem;
  slots: number;
  people: number;
  locations: number;
  meetings: number;
  dayOf: Int32Array;
  /** available[person * slots + slot]: 1 if free to meet. */
  available: Uint8Array;
  /** seats[location * slots + slot]: meetings at once, 0 where closed. */
  seats: Int32Array;
  zoneOf: Int32Array;
  /** minutes[zone * zones + zone]; the last zone is "nowhere" (virtual), at no distance. */
  minutes: Float64Array;
  zones: number;
  /** Slots of the same day too close to walk the longest way in between, and the minutes there are. */
  nearSlots: Int32Array[];
  nearMinutes: Float64Array[];
  maxPerDay: Int32Array;
  maxInARow: Int32Array;
  /** Parties of meeting m: partyStart[m] .. partyStart[m + 1]; representatives of party i: repsOf[i]. */
  partyStart: Int32Array;
  repsOf: Int32Array[];
  /** Distinct sets of representatives, and the one of each party. */
  groups: Int32Array[];
  groupOf: Int32Array;
  locationsOf: Int32Array[];
  weight: Float64Array;
  must: Uint8Array;
  length: Int32Array;
  /** startable[meeting * slots + slot]: the rules of the meeting itself allow it to start there. */
  startable: Uint8Array;
  before: Int32Array[];
  after: Int32Array[];
  excluded: Uint8Array;
}

const unlimited = 1 << 20;

export function compile(problem: Problem): Compiled {
  const slots = problem.slots.length;
  const slotIndex = indexOf(problem.slots);
  const days = [...new Set(problem.slots.map((s) => s.day))];
  const dayOf = Int32Array.from(problem.slots, (s) => days.indexOf(s.day));
  return {
    problem,
    slots,
    people: problem.participants.length,
    locations: problem.locations.length,
    meetings: problem.meetings.length,
    dayOf,
    ...compilePeople(problem, slotIndex),
    ...compileLocations(problem, slotIndex),
    ...compileNear(problem),
    ...compileParties(problem),
    ...compileMeetings(problem, slotIndex, dayOf),
  };
}

export const indexOf = (list: readonly { id: string }[]): Map<string, number> => new Map(list.map(({ id }, i) => [id, i]));

function compilePeople(problem: Problem, slotIndex: Map<string, number>) {
  const slots = problem.slots.length;
  const available = new Uint8Array(problem.participants.length * slots).fill(1);
  problem.participants.forEach((person, p) => {
    for (const id of person.unavailableSlotIds) available[p * slots + slotIndex.get(id)!] = 0;
  });
  return {
    available,
    maxPerDay: Int32Array.from(problem.participants, (p) => p.maxPerDay ?? unlimited),
    maxInARow: Int32Array.from(problem.participants, (p) => p.maxInARow ?? unlimited),
  };
}

function compileLocations(problem: Problem, slotIndex: Map<string, number>) {
  const slots = problem.slots.length;
  const zoneIndex = indexOf(problem.zones);
  const zones = problem.zones.length + 1;
  const seats = new Int32Array(problem.locations.length * slots);
  problem.locations.forEach((location, l) => {
    seats.fill(location.capacity, l * slots, (l + 1) * slots);
    for (const id of location.unavailableSlotIds) seats[l * slots + slotIndex.get(id)!] = 0;
  });
  const { withinZoneMinutes, withinHallMinutes, betweenHallsMinutes } = problem.walking;
  const minutes = new Float64Array(zones * zones);
  problem.zones.forEach((a, i) => {
    problem.zones.forEach((b, j) => {
      minutes[i * zones + j] = i === j ? withinZoneMinutes : a.hallId === b.hallId ? withinHallMinutes : betweenHallsMinutes;
    });
  });
  const zoneOf = Int32Array.from(problem.locations, (l) => (l.zoneId === undefined ? zones - 1 : zoneIndex.get(l.zoneId)!));
  return { seats, zones, minutes, zoneOf };
}

function compileNear(problem: Problem) {
  const longest = Math.max(
    problem.walking.withinZoneMinutes,
    problem.walking.withinHallMinutes,
    problem.walking.betweenHallsMinutes,
  );
  const gap = (s: number, t: number) =>
    s < t
      ? problem.slots[t]!.startMinute - problem.slots[s]!.endMinute
      : problem.slots[s]!.startMinute - problem.slots[t]!.endMinute;
  const near = problem.slots.map((slot, s) =>
    problem.slots.flatMap((other, t) => (t !== s && other.day === slot.day && gap(s, t) < longest ? [t] : [])),
  );
  return {
    nearSlots: near.map((list) => Int32Array.from(list)),
    nearMinutes: near.map((list, s) => Float64Array.from(list, (t) => gap(s, t))),
  };
}

function compileParties(problem: Problem) {
  const members = new Map<string, number[]>();
  problem.participants.forEach((person, p) => {
    members.set(person.id, [p]);
    if (person.organizationId !== undefined)
      members.set(person.organizationId, [...(members.get(person.organizationId) ?? []), p]);
  });
  const owned = new Map<string, number[]>();
  const shared: number[] = [];
  problem.locations.forEach((location, l) => {
    if (location.organizationId === undefined) shared.push(l);
    else owned.set(location.organizationId, [...(owned.get(location.organizationId) ?? []), l]);
  });
  const anywhere = Int32Array.from(shared);
  const ownedLists = new Map([...owned].map(([id, list]) => [id, Int32Array.from(list)]));
  const locationIndex = indexOf(problem.locations);
  const groupIndex = new Map<string, number>();
  const groups: Int32Array[] = [];
  const partyStart = new Int32Array(problem.meetings.length + 1);
  const repsOf: Int32Array[] = [];
  const groupOf: number[] = [];
  const organizationOf = (party: string): string => problem.participants[members.get(party)![0]!]!.organizationId ?? party;
  const locationsOf = problem.meetings.map((meeting, m) => {
    for (const party of meeting.parties) {
      if (!groupIndex.has(party)) {
        groupIndex.set(party, groups.length);
        groups.push(Int32Array.from(members.get(party)!));
      }
      groupOf.push(groupIndex.get(party)!);
      repsOf.push(groups[groupIndex.get(party)!]!);
    }
    partyStart[m + 1] = repsOf.length;
    if (meeting.locationId !== undefined) return Int32Array.of(locationIndex.get(meeting.locationId)!);
    for (const party of meeting.parties) {
      const booths = ownedLists.get(organizationOf(party));
      if (booths) return booths;
    }
    return anywhere;
  });
  return { partyStart, repsOf, groups, groupOf: Int32Array.from(groupOf), locationsOf };
}

function compileMeetings(problem: Problem, slotIndex: Map<string, number>, dayOf: Int32Array) {
  const slots = problem.slots.length;
  const meetingIndex = indexOf(problem.meetings);
  const startable = new Uint8Array(problem.meetings.length * slots);
  const pairs = new Set(problem.exclusions.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  const organization = new Map(problem.participants.map((p) => [p.id, p.organizationId]));
  const names = (party: string) => [party, organization.get(party) ?? party];
  const excluded = Uint8Array.from(problem.meetings, ({ parties }) =>
    pairs.size > 0 &&
    parties.some((a) => parties.some((b) => names(a).some((x) => names(b).some((y) => pairs.has(`${x}\n${y}`)))))
      ? 1
      : 0,
  );
  problem.meetings.forEach((meeting, m) => {
    const earliest = slotIndex.get(meeting.earliestSlotId ?? "") ?? 0;
    const latest = slotIndex.get(meeting.latestSlotId ?? "") ?? slots - 1;
    const fixed = slotIndex.get(meeting.fixedSlotId ?? "");
    for (let s = earliest; s + meeting.length - 1 <= latest; s++) {
      const end = s + meeting.length - 1;
      const inSession = (t: number) => meeting.sessions === undefined || meeting.sessions.includes(problem.slots[t]!.session);
      if (dayOf[s] === dayOf[end] && inSession(s) && inSession(end) && (fixed === undefined || fixed === s))
        startable[m * slots + s] = 1;
    }
  });
  const before = problem.meetings.map(({ afterMeetingIds }) => Int32Array.from(afterMeetingIds, (id) => meetingIndex.get(id)!));
  const after: number[][] = problem.meetings.map(() => []);
  before.forEach((list, m) => {
    for (const earlier of list) after[earlier]!.push(m);
  });
  return {
    weight: Float64Array.from(problem.meetings, (m) => m.weight),
    must: Uint8Array.from(problem.meetings, (m) => (m.must ? 1 : 0)),
    length: Int32Array.from(problem.meetings, (m) => m.length),
    startable,
    before,
    after: after.map((list) => Int32Array.from(list)),
    excluded,
  };
}
