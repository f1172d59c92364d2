import { forOwnSlots, isExcluded, locationsFor } from "./compile-meeting.ts";
import { indexOf, indexProblem, type ProblemIndex } from "./index-problem.ts";
import { limits, type Problem } from "./problem.ts";

export { indexOf } from "./index-problem.ts";

/** The problem in numbers: ids are list positions, lists of lists are flat with offsets. */
export interface Compiled {
  problem: Problem;
  index: ProblemIndex;
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
  const index = indexProblem(problem);
  const days = [...new Set(problem.slots.map((s) => s.day))];
  const dayOf = Int32Array.from(problem.slots, (s) => days.indexOf(s.day));
  return {
    problem,
    index,
    slots,
    people: problem.participants.length,
    locations: problem.locations.length,
    meetings: problem.meetings.length,
    dayOf,
    ...compilePeople(problem, index.slots),
    ...compileLocations(problem, index.slots),
    ...compileNear(problem),
    ...compileParties(problem, index),
    ...compileMeetings(problem, index),
  };
}

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
    seats.fill(Math.min(location.capacity, limits.meetings), l * slots, (l + 1) * slots);
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

function compileParties(problem: Problem, index: ProblemIndex) {
  const groups: Int32Array[] = [];
  const partyStart = new Int32Array(problem.meetings.length + 1);
  const repsOf: Int32Array[] = [];
  const groupOf: number[] = [];
  problem.meetings.forEach((meeting, m) => {
    for (const party of meeting.parties) {
      const group = groupFor(index, groups, party);
      groupOf.push(group);
      repsOf.push(delegates(index, groups[group]!, meeting.parties, party));
    }
    partyStart[m + 1] = repsOf.length;
  });
  const locationsOf = problem.meetings.map((meeting) => locationsFor(problem, index, meeting));
  return { partyStart, repsOf, groups, groupOf: Int32Array.from(groupOf), locationsOf };
}

/** The number of the party's group of representatives, appended to `groups` if it is new. */
export function groupFor(index: ProblemIndex, groups: Int32Array[], party: string): number {
  const known = index.groups.get(party);
  if (known !== undefined) return known;
  index.groups.set(party, groups.length);
  return groups.push(Int32Array.from(index.members.get(party)!)) - 1;
}

/** Those of the group who may come for the party: not those whom the meeting names by themselves. */
export function delegates(index: ProblemIndex, group: Int32Array, parties: readonly string[], party: string): Int32Array {
  if (group.length === 1 && index.participants.has(party)) return group;
  const named = parties.map((other) => index.participants.get(other)).filter((p) => p !== undefined);
  return named.some((p) => group.includes(p)) ? group.filter((p) => !named.includes(p)) : group;
}

function compileMeetings(problem: Problem, index: ProblemIndex) {
  const slots = problem.slots.length;
  const startable = new Uint8Array(problem.meetings.length * slots);
  problem.meetings.forEach((meeting, m) => {
    forOwnSlots(problem, index, meeting, (s) => {
      startable[m * slots + s] = 1;
    });
  });
  const before = problem.meetings.map(({ afterMeetingIds }) => Int32Array.from(afterMeetingIds, (id) => index.meetings.get(id)!));
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
    excluded: Uint8Array.from(problem.meetings, (meeting) => (isExcluded(problem, index, meeting) ? 1 : 0)),
  };
}
