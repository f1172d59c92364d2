import type { Side } from "../profile/profile.ts";
import { type CandidateIndex, gate, gateSize, setGateFloor } from "./candidate-index.ts";
import { findCandidates } from "./find-candidates.ts";
import { bestFirst, createGatherers, gather } from "./gatherer.ts";
import { beginRanking, createRankings, hasRanking, insert, type Rankings, rankOf, remove, reserve } from "./rankings.ts";
import { createShown, type Draft, type Shown } from "./shown.ts";

export type ListKnobs = {
  /** Members shown on a list. */
  listLength: number;
  /** Candidates looked through for members with room, at least listLength. */
  depth: number;
  /** A member with n seats left is shown on at most n times this many lists. */
  exposurePerSeat: number;
};

export const usualKnobs: ListKnobs = { listLength: 20, depth: 25, exposurePerSeat: 3 };

const mostExposure = 2_000;
const slackShare = 0.4;

/**
 * Everybody's ranking and list. A list is the first `listLength` members of the owner's best `depth` candidates who have
 * room for the owner: seats left, and the owner among the best of their own candidates up to their exposure. Every part
 * of that depends on the scores of two members' candidates only, so a change has few consequences and all are known.
 */
export type LiveLists = {
  index: CandidateIndex;
  knobs: ListKnobs;
  rankings: Rankings;
  shown: Shown;
  /** Owners whose list may have changed, and whose ranking may have become too short. */
  dirty: Set<number>;
  short: Set<number>;
  /** Whom limited members reached before the change under way. */
  reachBefore: Map<number, Set<number>>;
};

export const createLiveLists = (index: CandidateIndex, knobs: ListKnobs): LiveLists => ({
  index,
  knobs,
  rankings: createRankings(),
  shown: createShown(knobs.listLength),
  dirty: new Set(),
  short: new Set(),
  reachBefore: new Map(),
});

/** On how many lists a member may be shown, as of its last ranking. */
export const reachOf = ({ index: { columns } }: LiveLists, number: number): number =>
  columns.gates[number * gateSize + gate.reach]!;

function noteReach({ index, knobs }: LiveLists, number: number): void {
  const { capacity } = index.members[number]!;
  const reach = Number.isFinite(capacity) ? Math.min(mostExposure, Math.floor(capacity * knobs.exposurePerSeat)) : capacity;
  index.columns.gates[number * gateSize + gate.reach] = reach;
}

/** How many of a member's best candidates must be known. */
function needOf(lists: LiveLists, number: number): number {
  const reach = reachOf(lists, number);
  return reach === Number.POSITIVE_INFINITY ? lists.knobs.depth : Math.max(lists.knobs.depth, reach + 1);
}

/** Ranks a member's candidates from nothing. */
export function rankAgain(lists: LiveLists, number: number): void {
  rememberReach(lists, number);
  rankWith(lists, number, "own", () => undefined);
}

/** Puts a member into everybody's ranking and ranks everybody for it, in one pass. */
export const enterAll = (lists: LiveLists, number: number): void =>
  rankWith(lists, number, "both", (other, score) => putIn(lists, other, number, score));

/** Ranks a member's candidates from nothing, and shows each to `others` as well if it asks for those who are of interest to them. */
function rankWith(
  lists: LiveLists,
  number: number,
  interest: "own" | "both",
  others: (other: number, score: number) => void,
): void {
  const { index, rankings } = lists;
  const take = (other: number, score: number) => {
    others(other, score);
    insert(rankings, number, score, other, index);
    noteFloor(lists, number);
  };
  findCandidates(index, number, interest, take, freshRanking(lists, number) + 1);
  ranked(lists, number);
}

/** Takes a member out of everybody's ranking, by its present scores. */
export function withdrawAll(lists: LiveLists, number: number): void {
  rememberReach(lists, number);
  findCandidates(lists.index, number, "others", (other, score) => takeOut(lists, other, number, score));
}

/** Marks the lists of everybody who ranks this member. */
export function markRankers(lists: LiveLists, number: number): void {
  findCandidates(lists.index, number, "others", (other) => lists.dirty.add(other));
}

/** Ranks everybody. Each pair is scored once, from the side with more members: they have fewer candidates to choose from. */
export function rankEverybody(lists: LiveLists): void {
  const { index, rankings } = lists;
  const all = [...index.numbers.values()];
  // One more than a ranking holds, so that what overflows into its floor comes before everything that was cut off.
  const keep = new Int32Array(index.members.length);
  for (const number of all) keep[number] = roomFor(lists, number) + 1;
  reserve(
    rankings,
    index.members.length,
    keep.reduce((sum, places) => sum + places, 0),
  );
  for (const number of all) freshRanking(lists, number, keep[number]! - 1);
  const gatherers = createGatherers(keep, index);
  const take = (owner: number, score: number, member: number) => {
    if (gather(gatherers, owner, score, member)) setGateFloor(index, owner, gatherers.floors[owner]!);
  };
  for (const number of largerSide(index)) {
    const visit = (other: number, score: number) => {
      take(other, score, number);
      take(number, score, other);
    };
    findCandidates(index, number, "both", visit, keep[number]);
  }
  for (const number of all) {
    bestFirst(gatherers, number, (score, member) => insert(rankings, number, score, member, index));
    ranked(lists, number);
  }
}

function largerSide({ members, numbers }: CandidateIndex): number[] {
  const sideOf = (side: Side) => [...numbers.values()].filter((number) => members[number]!.side === side);
  const [buyers, exhibitors] = [sideOf("buyer"), sideOf("exhibitor")];
  return buyers.length < exhibitors.length ? exhibitors : buyers;
}

function ranked(lists: LiveLists, number: number): void {
  noteFloor(lists, number);
  lists.short.delete(number);
  lists.dirty.add(number);
}

const noteFloor = ({ index, rankings }: LiveLists, number: number): void =>
  setGateFloor(index, number, rankings.floorScores[number]!);

/**
 * Notes a member's reach, and answers how many candidates its ranking needs room for. Of few sizes, so that places which one
 * member gives back suit the next: seats, and with them the reach, change all day.
 */
function roomFor(lists: LiveLists, number: number): number {
  noteReach(lists, number);
  const withSlack = 1 + slackShare;
  const least = needOf(lists, number) * withSlack;
  let room = Math.ceil(lists.knobs.depth * withSlack);
  while (room < least) room = Math.ceil(room * withSlack);
  return room;
}

/** Begins a member's ranking anew; answers how many candidates it has room for. */
function freshRanking(lists: LiveLists, number: number, room = roomFor(lists, number)): number {
  beginRanking(lists.rankings, number, room);
  noteFloor(lists, number);
  return room;
}

/** Remembers whom a limited member reaches before a change: whoever gains or loses it then is looked at again. */
export function rememberReach(lists: LiveLists, number: number): void {
  if (hasRanking(lists.rankings, number) && !lists.reachBefore.has(number)) lists.reachBefore.set(number, reached(lists, number));
}

/** Whom a limited member reaches; nobody in particular when it is unlimited, or gone. */
function reached(lists: LiveLists, number: number): Set<number> {
  const { rankings } = lists;
  const reach = hasRanking(rankings, number) ? reachOf(lists, number) : 0;
  if (reach === Number.POSITIVE_INFINITY) return new Set();
  const from = rankings.start[number]!;
  return new Set(rankings.members.subarray(from, from + Math.min(reach, rankings.size[number]!)));
}

/** Marks the lists of those whom members reach now and did not before, or the other way round. */
function markReachChanges(lists: LiveLists): void {
  for (const [number, before] of lists.reachBefore) {
    const now = reached(lists, number);
    for (const other of before) if (!now.has(other)) lists.dirty.add(other);
    for (const other of now) if (!before.has(other)) lists.dirty.add(other);
  }
  lists.reachBefore.clear();
}

/** Takes a candidate, whose own list the caller looks at again, out of a member's ranking, by the score it was ranked with. */
export function takeOut(lists: LiveLists, owner: number, candidate: number, score: number): void {
  const { rankings } = lists;
  const rank = remove(rankings, owner, score, candidate, lists.index);
  if (rank < 0) return;
  rankChanged(lists, owner, rank, reachOf(lists, owner) - 1);
  if (rankings.floorScores[owner]! >= 0 && rankings.size[owner]! < needOf(lists, owner)) lists.short.add(owner);
}

export function putIn(lists: LiveLists, owner: number, candidate: number, score: number): void {
  const rank = insert(lists.rankings, owner, score, candidate, lists.index);
  noteFloor(lists, owner);
  if (rank >= 0) rankChanged(lists, owner, rank, reachOf(lists, owner));
}

/** Marks the owner's list, if it looks so far, and that of whoever the change moved over the edge of the owner's reach. */
function rankChanged({ rankings, shown, knobs, dirty }: LiveLists, owner: number, rank: number, edge: number): void {
  if (rank < (shown.looked[owner] || knobs.depth)) dirty.add(owner);
  if (rank <= edge && edge < rankings.size[owner]!) dirty.add(rankings.members[rankings.start[owner]! + edge]!);
}

/** Ends a change: ranks those again of whom too little is known, and marks who is reached anew or no longer. */
export function refill(lists: LiveLists): void {
  for (const number of lists.short) rankAgain(lists, number);
  lists.short.clear();
  markReachChanges(lists);
}

/** Works out a member's list; the result is scratch, valid until the next call. */
export function listNow(lists: LiveLists, number: number, into: Draft): Draft {
  const { depth, listLength } = lists.knobs;
  const { start, size, members, scores } = lists.rankings;
  into.size = 0;
  const from = start[number]!;
  const end = from + Math.min(size[number]!, depth);
  let at = from;
  for (; at < end && into.size < listLength; at++) {
    const candidate = members[at]!;
    const score = scores[at]!;
    if (!hasRoomFor(lists, candidate, number, score)) continue;
    into.members[into.size] = candidate;
    into.scores[into.size++] = score;
  }
  into.looked = into.size < listLength ? depth : at - from;
  return into;
}

export function hasRoomFor(lists: LiveLists, host: number, guest: number, score: number): boolean {
  const reach = reachOf(lists, host);
  if (reach === Number.POSITIVE_INFINITY) return true;
  if (reach === 0) return false;
  const { start, size, scores } = lists.rankings;
  if (size[host]! < reach) return true;
  const last = scores[start[host]! + reach - 1]!;
  return score !== last ? score > last : rankOf(lists.rankings, host, score, guest, lists.index) < reach;
}
