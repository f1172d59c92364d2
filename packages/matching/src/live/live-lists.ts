import type { Side } from "../profile/profile.ts";
import { type CandidateIndex, gate, gateSize, setGateFloor } from "./candidate-index.ts";
import { findCandidates } from "./find-candidates.ts";
import { bestFirst, createGatherers, gather } from "./gatherer.ts";
import { clear, createRanking, insert, positionOf, type Ranking, remove } from "./ranking.ts";

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

/** One member's list as last told. */
export type Shown = {
  size: number;
  /** How far into the ranking the list looked: what happens further down does not concern it. */
  looked: number;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
};

/**
 * Everybody's ranking and list. A list is the first `listLength` members of the owner's best `depth` candidates who have
 * room for the owner: seats left, and the owner among the best of their own candidates up to their exposure. Every part
 * of that depends on the scores of two members' candidates only, so a change has few consequences and all are known.
 */
export type LiveLists = {
  index: CandidateIndex;
  knobs: ListKnobs;
  rankings: (Ranking | undefined)[];
  shown: (Shown | undefined)[];
  /** Owners whose list may have changed, and whose ranking may have become too short. */
  dirty: Set<number>;
  short: Set<number>;
  /** Whom limited members reached before the change under way. */
  reachBefore: Map<number, Set<number>>;
};

export const createLiveLists = (index: CandidateIndex, knobs: ListKnobs): LiveLists => ({
  index,
  knobs,
  rankings: [],
  shown: [],
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
  const ranking = freshRanking(lists, number);
  const take = (other: number, score: number) => {
    others(other, score);
    insert(ranking, score, other, lists.index);
    noteFloor(lists, number);
  };
  findCandidates(lists.index, number, interest, take, ranking.members.length + 1);
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
  const { index } = lists;
  const [fewer, more] = sidesBySize(index);
  // One more than a ranking holds, so that what overflows into its floor comes before everything that was cut off.
  const keep = new Int32Array(index.members.length);
  for (const number of fewer) keep[number] = freshRanking(lists, number).members.length + 1;
  const gatherers = createGatherers(keep, index);
  for (const number of more) {
    rankWith(lists, number, "both", (other, score) => {
      if (gather(gatherers, other, score, number)) setGateFloor(index, other, gatherers.floors[other]!);
    });
  }
  for (const number of fewer) {
    const ranking = lists.rankings[number]!;
    bestFirst(gatherers, number, (score, member) => insert(ranking, score, member, index));
    ranked(lists, number);
  }
}

function sidesBySize({ members, numbers }: CandidateIndex): [number[], number[]] {
  const sideOf = (side: Side) => [...numbers.values()].filter((number) => members[number]!.side === side);
  const [buyers, exhibitors] = [sideOf("buyer"), sideOf("exhibitor")];
  return buyers.length < exhibitors.length ? [buyers, exhibitors] : [exhibitors, buyers];
}

function ranked(lists: LiveLists, number: number): void {
  noteFloor(lists, number);
  lists.short.delete(number);
  lists.dirty.add(number);
}

const noteFloor = (lists: LiveLists, number: number): void =>
  setGateFloor(lists.index, number, lists.rankings[number]!.floorScore);

export function freshRanking(lists: LiveLists, number: number): Ranking {
  noteReach(lists, number);
  const capacity = Math.ceil(needOf(lists, number) * (1 + slackShare));
  const known = lists.rankings[number];
  const ranking = known?.members.length === capacity ? known : createRanking(capacity);
  clear(ranking);
  lists.rankings[number] = ranking;
  noteFloor(lists, number);
  return ranking;
}

/** Remembers whom a limited member reaches before a change: whoever gains or loses it then is looked at again. */
export function rememberReach(lists: LiveLists, number: number): void {
  if (lists.rankings[number] !== undefined && !lists.reachBefore.has(number))
    lists.reachBefore.set(number, reached(lists, number));
}

/** Whom a limited member reaches; nobody in particular when it is unlimited, or gone. */
function reached(lists: LiveLists, number: number): Set<number> {
  const ranking = lists.rankings[number];
  const reach = ranking === undefined ? 0 : reachOf(lists, number);
  return new Set(reach === Infinity ? [] : ranking?.members.subarray(0, Math.min(reach, ranking.size)));
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
  const ranking = lists.rankings[owner]!;
  const at = remove(ranking, score, candidate, lists.index);
  if (at < 0) return;
  if (at < (lists.shown[owner]?.looked ?? lists.knobs.depth)) lists.dirty.add(owner);
  const reach = reachOf(lists, owner);
  if (at < reach && reach <= ranking.size) lists.dirty.add(ranking.members[reach - 1]!);
  if (ranking.floorScore >= 0 && ranking.size < needOf(lists, owner)) lists.short.add(owner);
}

export function putIn(lists: LiveLists, owner: number, candidate: number, score: number): void {
  const ranking = lists.rankings[owner]!;
  const at = insert(ranking, score, candidate, lists.index);
  noteFloor(lists, owner);
  if (at < 0) return;
  if (at < (lists.shown[owner]?.looked ?? lists.knobs.depth)) lists.dirty.add(owner);
  const reach = reachOf(lists, owner);
  if (at < reach && reach < ranking.size) lists.dirty.add(ranking.members[reach]!);
}

/** Ends a change: ranks those again of whom too little is known, and marks who is reached anew or no longer. */
export function refill(lists: LiveLists): void {
  for (const number of lists.short) rankAgain(lists, number);
  lists.short.clear();
  markReachChanges(lists);
}

/** Works out a member's list; the result is scratch, valid until the next call. */
export function listNow(lists: LiveLists, number: number, into: Shown): Shown {
  into.size = 0;
  const ranking = lists.rankings[number]!;
  const looked = Math.min(ranking.size, lists.knobs.depth);
  let at = 0;
  for (; at < looked && into.size < lists.knobs.listLength; at++) {
    const candidate = ranking.members[at]!;
    const score = ranking.scores[at]!;
    if (!hasRoomFor(lists, candidate, number, score)) continue;
    into.members[into.size] = candidate;
    into.scores[into.size++] = score;
  }
  into.looked = into.size < lists.knobs.listLength ? lists.knobs.depth : at;
  return into;
}

export function hasRoomFor(lists: LiveLists, host: number, guest: number, score: number): boolean {
  const reach = reachOf(lists, host);
  if (reach === Number.POSITIVE_INFINITY) return true;
  if (reach === 0) return false;
  const ranking = lists.rankings[host]!;
  if (ranking.size < reach) return true;
  const last = ranking.scores[reach - 1]!;
  return score !== last ? score > last : positionOf(ranking, score, guest, lists.index) < reach;
}

export const createShown = (length: number): Shown => ({
  size: 0,
  looked: length,
  members: new Int32Array(length),
  scores: new Float64Array(length),
});
