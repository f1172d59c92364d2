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

const score = new Float64Array(1);
const halves = new Uint32Array(score.buffer);
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const low = isLittleEndian ? 0 : 1;
const placeMask = 0xfff;

/**
 * Visits what was gathered, best first but for scores that agree in their first 40 bits or so, which come in any order: whoever
 * sorts by insertion then hardly ever moves anything. The lowest bits of a key hold the place, so that the numbers can be sorted
 * as they are, without a comparison function.
 */
export function bestFirst(gatherer: Gatherer, visit: (score: number, member: number) => void): void {
  const { size, scores, members } = gatherer;
  if (size > placeMask) {
    for (let at = 0; at < size; at++) visit(scores[at]!, members[at]!);
    return;
  }
  const keys = scores.slice(0, size);
  for (let at = 0; at < size; at++) {
    score[0] = keys[at]!;
    halves[low] = ((halves[low]! & ~placeMask) | at) >>> 0;
    keys[at] = score[0]!;
  }
  keys.sort();
  for (let at = size - 1; at >= 0; at--) {
    score[0] = keys[at]!;
    const place = halves[low]! & placeMask;
    visit(scores[place]!, members[place]!);
  }
}
