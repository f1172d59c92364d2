import { type CandidateIndex, otherSide } from "./candidate-index.ts";
import { leastProduct } from "./fit.ts";
import { mostFit, mostFitOfProduct, mostLogistic } from "./fit-bound.ts";
import { banBetween } from "./member.ts";
import { scoreOf } from "./pair-score.ts";
import { largestWeight, type Postings, weightBits } from "./postings.ts";
import { scoreFrom } from "./scoring.ts";

/**
 * Which candidates are worth scoring. Those whose score cannot reach `floors` (by member number) nor come above the floor
 * of `ranking` are skipped; without floors nobody else is interested, without a ranking the member itself is not.
 */
export type Sieve = { floors?: Float64Array; ranking?: { floor: { score: number } | undefined } };

/** Scores a member against everybody on the other side who shares enough with it, is not ruled out, and passes the sieve. */
export function findCandidates(
  index: CandidateIndex,
  number: number,
  sieve: Sieve,
  visit: (other: number, score: number) => void,
): void {
  const count = addAllDots(index, number);
  const { touched, ownDot, otherDot, seen } = index;
  const member = index.members[number]!;
  const pairs = index.book.pairs.get(member.id);
  const { floors, ranking } = sieve;
  for (let at = 0; at < count; at++) {
    const other = touched[at]!;
    const own = ownDot[other]!;
    const theirs = otherDot[other]!;
    ownDot[other] = 0;
    otherDot[other] = 0;
    seen[other] = 0;
    if (own < leastProduct && theirs < leastProduct) continue;
    const theirFloor = floors === undefined ? Number.POSITIVE_INFINITY : floors[other]!;
    const ownFloor = ranking === undefined ? Number.POSITIVE_INFINITY : ranking.floor === undefined ? -1 : ranking.floor.score;
    const floor = theirFloor < ownFloor ? theirFloor : ownFloor;
    if (floor > 0 && mostScore(index, number, other, own, theirs, floor) < floor) continue;
    const partner = index.members[other]!;
    if (pairs?.has(partner.id) || banBetween(member, partner) !== undefined) continue;
    visit(other, scoreOf(index, number, other, own, theirs));
  }
}

function addAllDots(index: CandidateIndex, number: number): number {
  const { data, needsEnd, offersEnd, side } = index.members[number]!;
  growScratch(index);
  const { needs, offers } = index.postings[otherSide(side)];
  const [own, theirs] = [telling(offers, data, 0, needsEnd), telling(needs, data, needsEnd, offersEnd)];
  let count = 0;
  for (const at of own.telling) count = addTelling(index, index.ownDot, offers, data[at]!, data[at + 1]!, count);
  for (const at of theirs.telling) count = addTelling(index, index.otherDot, needs, data[at]!, data[at + 1]!, count);
  for (const at of own.common) addCommon(index, index.ownDot, offers, data[at]!, data[at + 1]!);
  for (const at of theirs.common) addCommon(index, index.otherDot, needs, data[at]!, data[at + 1]!);
  return count;
}

/**
 * Features of the query (by position), split: all the common ones together cannot make anybody a candidate, so they need
 * not be looked through for new ones (MaxScore, Turtle and Flood 1995). Long lists go first into the common part.
 */
function telling(
  { length, heaviest }: Postings,
  data: Int32Array,
  from: number,
  to: number,
): { telling: number[]; common: number[] } {
  const present: number[] = [];
  for (let at = from; at < to; at += 2) if ((length[data[at]!] ?? 0) > 0) present.push(at);
  present.sort((a, b) => length[data[b]!]! - length[data[a]!]!);
  const common: number[] = [];
  let most = 0;
  const rest = present.filter((at) => {
    const value = data[at + 1]! * heaviest[data[at]!]!;
    if (most + value >= leastProduct) return true;
    most += value;
    common.push(at);
    return false;
  });
  return { telling: rest, common };
}

/**
 * Not less than the pair's score, for a fraction of the work; stops at the first bound below the floor. The first bound
 * looks at the products only, the second at the sketches of both members too.
 */
function mostScore(
  index: CandidateIndex,
  number: number,
  other: number,
  ownDot: number,
  otherDot: number,
  floor: number,
): number {
  const rough = boundFrom(index, number, other, mostFitOfProduct(ownDot), mostFitOfProduct(otherDot));
  if (rough < floor) return rough;
  const { sketches } = index;
  return boundFrom(index, number, other, mostFit(sketches, number, other, ownDot), mostFit(sketches, other, number, otherDot));
}

function boundFrom(index: CandidateIndex, number: number, other: number, ownFit: number, otherFit: number): number {
  const { scoring, picky, popular } = index;
  const buys = index.sides[number] === 1;
  const mine = buys ? scoring.buyer : scoring.exhibitor;
  const theirs = buys ? scoring.exhibitor : scoring.buyer;
  const ownYes = mostLogistic(mine.intercept + mine.own * ownFit + mine.other * otherFit + picky[number]! + popular[other]!);
  const otherYes = mostLogistic(
    theirs.intercept + theirs.own * otherFit + theirs.other * ownFit + picky[other]! + popular[number]!,
  );
  if (scoring.buyerShare === 0.5) return ownYes * otherYes;
  return buys ? scoreFrom(ownYes, otherYes, scoring.buyerShare) : scoreFrom(otherYes, ownYes, scoring.buyerShare);
}

function addTelling(
  { seen, touched }: CandidateIndex,
  dots: Int32Array,
  postings: Postings,
  feature: number,
  weight: number,
  before: number,
): number {
  const { pool } = postings;
  const begin = postings.start[feature]!;
  const end = begin + postings.length[feature]!;
  let count = before;
  for (let at = begin; at < end; at++) {
    const posting = pool[at]!;
    const other = posting >>> weightBits;
    if (seen[other] === 0) {
      seen[other] = 1;
      touched[count++] = other;
    }
    dots[other]! += weight * (posting & largestWeight);
  }
  return count;
}

function addCommon({ seen }: CandidateIndex, dots: Int32Array, postings: Postings, feature: number, weight: number): void {
  const { pool } = postings;
  const begin = postings.start[feature]!;
  const end = begin + postings.length[feature]!;
  for (let at = begin; at < end; at++) {
    const posting = pool[at]!;
    const other = posting >>> weightBits;
    if (seen[other] === 1) dots[other]! += weight * (posting & largestWeight);
  }
}

function growScratch(index: CandidateIndex): void {
  const size = index.members.length;
  if (index.ownDot.length >= size) return;
  const larger = Math.ceil(size * 1.5);
  index.ownDot = new Int32Array(larger);
  index.otherDot = new Int32Array(larger);
  index.touched = new Int32Array(larger);
  index.seen = new Uint8Array(larger);
}
