/**
 * A member's best candidates, sorted by score, then stable hash, then id. What is known: every candidate that comes before
 * the floor is in it. Removals shorten it; when it gets shorter than needed it must be filled again.
 */
export type Ranking = {
  size: number;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
  /** -1 while nothing was cut off: all candidates are known. */
  floorScore: number;
  floorHash: number;
  floorId: string;
};

/** What orders two candidates with equal scores, by member number. */
export type Identity = { readonly hashes: readonly number[]; readonly ids: readonly string[] };

export const createRanking = (capacity: number): Ranking => ({
  size: 0,
  members: new Int32Array(capacity),
  scores: new Float64Array(capacity),
  ...noFloor,
});

const noFloor = { floorScore: -1, floorHash: 0, floorId: "" };

/** Forgets everything, so that it can be filled from nothing. */
export function clear(ranking: Ranking): void {
  ranking.size = 0;
  Object.assign(ranking, noFloor);
}

/** The first position whose candidate does not come before the given one. */
export function positionOf(ranking: Ranking, score: number, member: number, identity: Identity): number {
  const { scores, members } = ranking;
  let low = 0;
  let high = ranking.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = scores[middle]!;
    if (other > score || (other === score && isBeforeAmongEqual(members[middle]!, member, identity))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which of two candidates with equal scores comes first. */
export function isBeforeAmongEqual(a: number, b: number, { hashes, ids }: Identity): boolean {
  if (a === b) return false;
  const [hashA, hashB] = [hashes[a]!, hashes[b]!];
  return hashA !== hashB ? hashA < hashB : ids[a]! < ids[b]!;
}

function isAboveFloor({ floorScore, floorHash, floorId }: Ranking, score: number, member: number, identity: Identity): boolean {
  if (score !== floorScore) return score > floorScore;
  const hash = identity.hashes[member]!;
  return hash !== floorHash ? hash < floorHash : identity.ids[member]! < floorId;
}

function setFloor(ranking: Ranking, score: number, member: number, { hashes, ids }: Identity): void {
  ranking.floorScore = score;
  ranking.floorHash = hashes[member]!;
  ranking.floorId = ids[member]!;
}

/** The position taken, or -1 when the candidate belongs below what is known. */
export function insert(ranking: Ranking, score: number, member: number, identity: Identity): number {
  if (!isAboveFloor(ranking, score, member, identity)) return -1;
  const at = positionOf(ranking, score, member, identity);
  const full = ranking.size === ranking.members.length;
  if (full && at === ranking.size) {
    setFloor(ranking, score, member, identity);
    return -1;
  }
  if (full) {
    const last = --ranking.size;
    setFloor(ranking, ranking.scores[last]!, ranking.members[last]!, identity);
  }
  // A loop, because for some tens of entries the call of copyWithin costs more than the copying.
  const { members, scores } = ranking;
  for (let to = ranking.size; to > at; to--) {
    members[to] = members[to - 1]!;
    scores[to] = scores[to - 1]!;
  }
  members[at] = member;
  scores[at] = score;
  ranking.size++;
  return at;
}

/** The position it had, or -1 when it was not there. */
export function remove(ranking: Ranking, score: number, member: number, identity: Identity): number {
  const at = positionOf(ranking, score, member, identity);
  if (at >= ranking.size || ranking.members[at] !== member) return -1;
  ranking.members.copyWithin(at, at + 1, ranking.size);
  ranking.scores.copyWithin(at, at + 1, ranking.size);
  ranking.size--;
  return at;
}
