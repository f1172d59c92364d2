/**
 * Collects a member's candidates while everybody is ranked for the first time: unsorted, cut back to the best `keep` (and
 * their ties) whenever it is full. Cheaper by far than keeping each sorted while millions of pairs stream by.
 */
export type Gatherer = {
  keep: number;
  size: number;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
  /** No candidate below it is wanted; undefined until something was cut off. */
  floor: { score: number } | undefined;
};

export const createGatherer = (keep: number): Gatherer => ({
  keep,
  size: 0,
  members: new Int32Array(2 * keep),
  scores: new Float64Array(2 * keep),
  floor: undefined,
});

export function gather(gatherer: Gatherer, score: number, member: number): void {
  if (gatherer.floor !== undefined && score < gatherer.floor.score) return;
  if (gatherer.size === gatherer.scores.length) cutBack(gatherer);
  gatherer.members[gatherer.size] = member;
  gatherer.scores[gatherer.size++] = score;
}

function cutBack(gatherer: Gatherer): void {
  const { keep, scores, members, size } = gatherer;
  const least = scores.slice(0, size).sort()[size - keep]!;
  let kept = 0;
  for (let at = 0; at < size; at++) {
    if (scores[at]! < least) continue;
    scores[kept] = scores[at]!;
    members[kept++] = members[at]!;
  }
  gatherer.size = kept;
  gatherer.floor = { score: least };
  // So many ties that nothing could be cut off: all of them are needed to order them.
  if (kept > 1.5 * keep) enlarge(gatherer);
}

function enlarge(gatherer: Gatherer): void {
  const { members, scores } = gatherer;
  gatherer.members = new Int32Array(2 * members.length);
  gatherer.members.set(members);
  gatherer.scores = new Float64Array(2 * scores.length);
  gatherer.scores.set(scores);
}
