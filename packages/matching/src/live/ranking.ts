/** The order of candidates: score, then stable hash, then id. */
export type Place = { score: number; hash: number; id: string };

export const isBefore = (a: Place, b: Place): boolean =>
  a.score !== b.score ? a.score > b.score : a.hash !== b.hash ? a.hash < b.hash : a.id < b.id;

/**
 * A member's best candidates, sorted. What is known: every candidate that comes before `floor` is in it (all candidates,
 * while floor is undefined). Removals shorten it; when it gets shorter than needed it must be filled again.
 */
export type Ranking = {
  size: number;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
  floor: Place | undefined;
};

/** Looks up what orders two candidates with equal scores. */
export type Identity = { hashOf(member: number): number; idOf(member: number): string };

export const createRanking = (capacity: number): Ranking => ({
  size: 0,
  members: new Int32Array(capacity),
  scores: new Float64Array(capacity),
  floor: undefined,
});

/** The first position whose candidate does not come before the given one. */
export function positionOf(ranking: Ranking, score: number, member: number, identity: Identity): number {
  const { scores, members } = ranking;
  let low = 0;
  let high = ranking.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = scores[middle]!;
    if (other > score || (other === score && winsTie(members[middle]!, member, identity))) low = middle + 1;
    else high = middle;
  }
  return low;
}

function winsTie(a: number, b: number, identity: Identity): boolean {
  if (a === b) return false;
  const hashA = identity.hashOf(a);
  const hashB = identity.hashOf(b);
  return hashA !== hashB ? hashA < hashB : identity.idOf(a) < identity.idOf(b);
}

/** The position taken, or -1 when the candidate belongs below what is known. */
export function insert(ranking: Ranking, score: number, member: number, identity: Identity): number {
  const { floor } = ranking;
  if (floor !== undefined) {
    if (score < floor.score) return -1;
    if (score === floor.score && !isBefore({ score, hash: identity.hashOf(member), id: identity.idOf(member) }, floor)) return -1;
  }
  const at = positionOf(ranking, score, member, identity);
  const full = ranking.size === ranking.members.length;
  if (full && at === ranking.size) {
    ranking.floor = { score, hash: identity.hashOf(member), id: identity.idOf(member) };
    return -1;
  }
  if (full) dropLast(ranking, identity);
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

function dropLast(ranking: Ranking, identity: Identity): void {
  const last = --ranking.size;
  const member = ranking.members[last]!;
  ranking.floor = { score: ranking.scores[last]!, hash: identity.hashOf(member), id: identity.idOf(member) };
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
