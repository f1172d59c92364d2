import { enlarged } from "./postings.ts";

/**
 * Everybody's best candidates, each owner's sorted by score, then stable hash, then id; all side by side in few large arrays,
 * because a change touches hundreds of owners and every object more is a wait for the memory. What is known of an owner: every
 * candidate that comes before the floor is there. Removals make it shorter; shorter than needed, it must be filled again.
 */
export type Rankings = {
  /** By owner: where its places begin, how many it has (0: it has no ranking), and how many are taken. */
  start: Int32Array<ArrayBuffer>;
  room: Int32Array<ArrayBuffer>;
  size: Int32Array<ArrayBuffer>;
  /** By owner: where its floor is. The score is -1 while nothing was cut off: all candidates are known. */
  floorScores: Float64Array<ArrayBuffer>;
  floorHashes: Float64Array<ArrayBuffer>;
  floorIds: string[];
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
  /** Places given out so far, and the beginnings of those that came back, by how many they are together. */
  used: number;
  free: Map<number, number[]>;
};

/** What orders two candidates with equal scores, by member number. */
export type Identity = { readonly hashes: readonly number[]; readonly ids: readonly string[] };

export const createRankings = (): Rankings => ({
  start: new Int32Array(0),
  room: new Int32Array(0),
  size: new Int32Array(0),
  floorScores: new Float64Array(0),
  floorHashes: new Float64Array(0),
  floorIds: [],
  members: new Int32Array(0),
  scores: new Float64Array(0),
  used: 0,
  free: new Map(),
});

export const hasRanking = ({ room }: Rankings, owner: number): boolean => owner < room.length && room[owner]! > 0;

/** Begins an owner's ranking anew, with so many places. */
export function beginRanking(rankings: Rankings, owner: number, room: number): void {
  if (owner >= rankings.room.length) reserve(rankings, Math.ceil((owner + 1) * 1.25), 0);
  if (rankings.room[owner] !== room) {
    endRanking(rankings, owner);
    rankings.start[owner] = rankings.free.get(room)?.pop() ?? newPlaces(rankings, room);
    rankings.room[owner] = room;
  }
  rankings.size[owner] = 0;
  rankings.floorScores[owner] = -1;
}

/** Gives an owner's places back. */
export function endRanking({ start, room, size, free }: Rankings, owner: number): void {
  const places = room[owner]!;
  if (places > 0) {
    const alike = free.get(places) ?? [];
    alike.push(start[owner]!);
    free.set(places, alike);
  }
  room[owner] = 0;
  size[owner] = 0;
}

/** Makes room for so many owners and places at once. */
export function reserve(rankings: Rankings, owners: number, places: number): void {
  if (owners > rankings.room.length) {
    for (const name of ["start", "room", "size"] as const) rankings[name] = enlarged(rankings[name], owners);
    for (const name of ["floorScores", "floorHashes"] as const) rankings[name] = enlarged(rankings[name], owners);
  }
  if (places <= rankings.members.length) return;
  rankings.members = enlarged(rankings.members, places);
  rankings.scores = enlarged(rankings.scores, places);
}

function newPlaces(rankings: Rankings, room: number): number {
  const start = rankings.used;
  rankings.used += room;
  if (rankings.used > rankings.members.length) reserve(rankings, 0, Math.ceil(rankings.used * 1.25));
  return start;
}

/** An owner's best candidates, `most` of them at most, with their scores. */
export function bestOf({ start, size, members, scores }: Rankings, owner: number, most: number) {
  const from = start[owner]!;
  const length = Math.min(size[owner]!, most);
  return Array.from({ length }, (_, rank) => ({ candidate: members[from + rank]!, score: scores[from + rank]! }));
}

/** The rank, from 0 on, of an owner's first candidate that does not come before the given one. */
export function rankOf(rankings: Rankings, owner: number, score: number, member: number, identity: Identity): number {
  const { start, size, members, scores } = rankings;
  const from = start[owner]!;
  const end = from + size[owner]!;
  // Whoever ranks for the first time comes with the best first.
  if (end === from || score < scores[end - 1]!) return end - from;
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = scores[middle]!;
    if (other > score || (other === score && isBeforeAmongEqual(members[middle]!, member, identity))) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

/** Which of two candidates with equal scores comes first. */
export function isBeforeAmongEqual(a: number, b: number, { hashes, ids }: Identity): boolean {
  if (a === b) return false;
  const [hashA, hashB] = [hashes[a]!, hashes[b]!];
  return hashA !== hashB ? hashA < hashB : ids[a]! < ids[b]!;
}

function isAboveFloor(rankings: Rankings, owner: number, score: number, member: number, identity: Identity): boolean {
  const floorScore = rankings.floorScores[owner]!;
  if (score !== floorScore) return score > floorScore;
  const hash = identity.hashes[member]!;
  const floorHash = rankings.floorHashes[owner]!;
  return hash !== floorHash ? hash < floorHash : identity.ids[member]! < rankings.floorIds[owner]!;
}

function setFloor(rankings: Rankings, owner: number, score: number, member: number, { hashes, ids }: Identity): void {
  rankings.floorScores[owner] = score;
  rankings.floorHashes[owner] = hashes[member]!;
  rankings.floorIds[owner] = ids[member]!;
}

/** Puts a candidate into an owner's ranking. Answers the rank that it takes, or -1 when it belongs below what is known. */
export function insert(rankings: Rankings, owner: number, score: number, member: number, identity: Identity): number {
  if (!isAboveFloor(rankings, owner, score, member, identity)) return -1;
  const rank = rankOf(rankings, owner, score, member, identity);
  const { members, scores, size } = rankings;
  const full = size[owner] === rankings.room[owner];
  if (full && rank === size[owner]) {
    setFloor(rankings, owner, score, member, identity);
    return -1;
  }
  const at = rankings.start[owner]! + rank;
  let end = rankings.start[owner]! + size[owner]!;
  if (full) {
    end--;
    setFloor(rankings, owner, scores[end]!, members[end]!, identity);
  } else size[owner]!++;
  // A loop, because for some tens of entries the call of copyWithin costs more than the copying.
  for (let to = end; to > at; to--) {
    members[to] = members[to - 1]!;
    scores[to] = scores[to - 1]!;
  }
  members[at] = member;
  scores[at] = score;
  return rank;
}

/** Takes a candidate out of an owner's ranking. Answers the rank that it had, or -1 when it was not there. */
export function remove(rankings: Rankings, owner: number, score: number, member: number, identity: Identity): number {
  const rank = rankOf(rankings, owner, score, member, identity);
  const { members, scores, size } = rankings;
  const at = rankings.start[owner]! + rank;
  if (rank >= size[owner]! || members[at] !== member) return -1;
  const last = rankings.start[owner]! + --size[owner]!;
  for (let to = at; to < last; to++) {
    members[to] = members[to + 1]!;
    scores[to] = scores[to + 1]!;
  }
  return rank;
}
