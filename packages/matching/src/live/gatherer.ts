import { type Identity, isBeforeAmongEqual } from "./rankings.ts";
import { kthLargest } from "./select.ts";

/**
 * Collects everybody's candidates while all are ranked for the first time: unsorted, cut back to the owner's best `keep`
 * whenever its place is full. Cheaper by far than keeping each sorted while millions of pairs stream by; in few large
 * arrays, because the pairs reach their owners in no order and every object more is a wait for the memory.
 */
export type Gatherers = {
  identity: Identity;
  /** By owner: where its place begins, which ends where the next one's begins, how many are wanted, and how many there are. */
  start: Int32Array<ArrayBuffer>;
  keep: Int32Array<ArrayBuffer>;
  size: Int32Array<ArrayBuffer>;
  /** No candidate with a lower score is wanted; -1 until there are as many as are wanted. */
  floors: Float64Array<ArrayBuffer>;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
};

/** `keep`: how many candidates each owner wants, by number; 0 for numbers that nobody has. */
export function createGatherers(keep: Int32Array<ArrayBuffer>, identity: Identity): Gatherers {
  const start = new Int32Array(keep.length + 1);
  for (let owner = 0; owner < keep.length; owner++) start[owner + 1] = start[owner]! + 2 * keep[owner]!;
  const places = start[keep.length]!;
  return {
    identity,
    start,
    keep,
    size: new Int32Array(keep.length),
    floors: new Float64Array(keep.length).fill(-1),
    members: new Int32Array(places),
    scores: new Float64Array(places),
  };
}

/** Answers whether the owner's floor may have risen. */
export function gather(gatherers: Gatherers, owner: number, score: number, member: number): boolean {
  const { start, keep, size, floors, members, scores } = gatherers;
  if (score < floors[owner]!) return false;
  const at = start[owner]! + size[owner]!++;
  members[at] = member;
  scores[at] = score;
  if (at + 1 === start[owner + 1]!) cutBack(gatherers, owner);
  else if (size[owner] === keep[owner] && floors[owner]! < 0)
    floors[owner] = kthLargest(scores, start[owner]!, at + 1, keep[owner]!);
  else return false;
  return true;
}

function cutBack({ identity, start, keep, size, floors, members, scores }: Gatherers, owner: number): void {
  const from = start[owner]!;
  const to = from + size[owner]!;
  const least = kthLargest(scores, from, to, keep[owner]!);
  const equal: number[] = [];
  let end = from;
  for (let at = from; at < to; at++) {
    if (scores[at] === least) equal.push(members[at]!);
    if (scores[at]! <= least) continue;
    scores[end] = scores[at]!;
    members[end++] = members[at]!;
  }
  const room = from + keep[owner]! - end;
  if (equal.length > room) equal.sort((a, b) => (isBeforeAmongEqual(a, b, identity) ? -1 : 1));
  for (const member of equal.slice(0, room)) {
    scores[end] = least;
    members[end++] = member;
  }
  size[owner] = end - from;
  floors[owner] = least;
}

const score = new Float64Array(1);
const halves = new Uint32Array(score.buffer);
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const low = isLittleEndian ? 0 : 1;
const placeMask = 0xfff;

/**
 * Visits what was gathered for an owner, best first but for scores that agree in their first 40 bits or so, which come in any
 * order: whoever sorts by insertion then hardly ever moves anything. The lowest bits of a key hold the place, so that the
 * numbers can be sorted as they are, without a comparison function.
 */
export function bestFirst(gatherers: Gatherers, owner: number, visit: (score: number, member: number) => void): void {
  const from = gatherers.start[owner]!;
  const to = from + gatherers.size[owner]!;
  const members = gatherers.members.subarray(from, to);
  const scores = gatherers.scores.subarray(from, to);
  if (to - from > placeMask) {
    for (const [at, member] of members.entries()) visit(scores[at]!, member);
    return;
  }
  const keys = scores.slice();
  for (let at = 0; at < keys.length; at++) {
    score[0] = keys[at]!;
    halves[low] = ((halves[low]! & ~placeMask) | at) >>> 0;
    keys[at] = score[0]!;
  }
  keys.sort();
  for (let at = keys.length - 1; at >= 0; at--) {
    score[0] = keys[at]!;
    const place = halves[low]! & placeMask;
    visit(scores[place]!, members[place]!);
  }
}
