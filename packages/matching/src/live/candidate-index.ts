import { refuse } from "../errors.ts";
import type { Side } from "../profile/profile.ts";
import { createDecisionBook, type DecisionBook, leaningsOf, pairState } from "./decision-book.ts";
import { fitOf, leastProduct } from "./fit.ts";
import { type ContextSketches, mostFit, mostFitOfProduct, mostLogistic, sketchSize, writeSketch } from "./fit-bound.ts";
import { banBetween, type Member } from "./member.ts";
import { type Scoring, scoreFrom, yesProbability } from "./pair-score.ts";
import {
  addPosting,
  createPostings,
  enlarged,
  largestWeight,
  mostMembers,
  type Postings,
  packed,
  removePosting,
  weightBits,
} from "./postings.ts";

/** Members by number, and who has which feature, so that one member can be scored against the whole other side. */
export type CandidateIndex = {
  scoring: Scoring;
  book: DecisionBook;
  members: (Member | undefined)[];
  numbers: Map<string, number>;
  freeNumbers: number[];
  hashes: number[];
  /** 1 for a buyer, 0 for an exhibitor, by member number. */
  sides: number[];
  sketches: ContextSketches;
  /** Log-odds by member number, refreshed from the book. */
  picky: number[];
  popular: number[];
  postings: Record<Side, { needs: Postings; offers: Postings }>;
  /** Scratch: products of the queried member's needs (offers) with each other member's offers (needs). */
  ownDot: Int32Array<ArrayBuffer>;
  otherDot: Int32Array<ArrayBuffer>;
  touched: Int32Array<ArrayBuffer>;
  seen: Uint8Array<ArrayBuffer>;
};

export const createCandidateIndex = (scoring: Scoring): CandidateIndex => ({
  scoring,
  book: createDecisionBook(),
  members: [],
  numbers: new Map(),
  freeNumbers: [],
  hashes: [],
  sides: [],
  sketches: new Int32Array(0),
  picky: [],
  popular: [],
  postings: {
    buyer: { needs: createPostings(), offers: createPostings() },
    exhibitor: { needs: createPostings(), offers: createPostings() },
  },
  ownDot: new Int32Array(0),
  otherDot: new Int32Array(0),
  touched: new Int32Array(0),
  seen: new Uint8Array(0),
});

export const otherSide = (side: Side): Side => (side === "buyer" ? "exhibitor" : "buyer");

/** Gives the member its number, the same as before when its id is known, and makes it findable. */
export function putMember(index: CandidateIndex, member: Member): number {
  const known = index.numbers.get(member.id);
  if (known !== undefined) takeFeatures(index, known);
  const number = known ?? index.freeNumbers.pop() ?? index.members.length;
  if (number >= mostMembers) refuse("PROFILE_INVALID", { members: number });
  index.numbers.set(member.id, number);
  index.members[number] = member;
  index.hashes[number] = member.hash;
  index.sides[number] = member.side === "buyer" ? 1 : 0;
  if ((number + 1) * sketchSize > index.sketches.length)
    index.sketches = enlarged(index.sketches, Math.ceil((number + 1) * sketchSize * 1.5));
  writeSketch(index.sketches, number, member);
  refreshLeanings(index, number);
  const { needs, offers } = index.postings[member.side];
  eachFeature(member, (list, feature, weight) => addPosting(list === "needs" ? needs : offers, feature, packed(number, weight)));
  return number;
}

/** The number stays reserved until freeNumber, so that lists can still be compared with what they were. */
export function dropMember(index: CandidateIndex, number: number): void {
  takeFeatures(index, number);
  index.numbers.delete(index.members[number]!.id);
}

export function freeNumber(index: CandidateIndex, number: number): void {
  index.members[number] = undefined;
  index.freeNumbers.push(number);
}

export function refreshLeanings(index: CandidateIndex, number: number): boolean {
  const { picky, popular } = leaningsOf(index.book, index.members[number]!.id);
  const same = index.picky[number] === picky && index.popular[number] === popular;
  index.picky[number] = picky;
  index.popular[number] = popular;
  return !same;
}

function takeFeatures(index: CandidateIndex, number: number): void {
  const member = index.members[number]!;
  const { needs, offers } = index.postings[member.side];
  eachFeature(member, (list, feature, weight) =>
    removePosting(list === "needs" ? needs : offers, feature, packed(number, weight)),
  );
}

function eachFeature(
  { data, needsEnd, offersEnd }: Member,
  visit: (list: "needs" | "offers", feature: number, weight: number) => void,
): void {
  for (let at = 0; at < offersEnd; at += 2) visit(at < needsEnd ? "needs" : "offers", data[at]!, data[at + 1]!);
}

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

/** The score of a pair from its two products; always worked out buyer first, so that it is the same from both ends. */
export function scoreOf(index: CandidateIndex, number: number, other: number, ownDot: number, otherDot: number): number {
  return index.sides[number] === 1
    ? buyerFirst(index, number, other, ownDot, otherDot)
    : buyerFirst(index, other, number, otherDot, ownDot);
}

function buyerFirst(index: CandidateIndex, buyer: number, exhibitor: number, buyerDot: number, exhibitorDot: number): number {
  const b = index.members[buyer]!;
  const e = index.members[exhibitor]!;
  const buyerFit = fitOf(b, e, buyerDot);
  const exhibitorFit = fitOf(e, b, exhibitorDot);
  const { scoring, picky, popular } = index;
  return scoreFrom(
    yesProbability(scoring.buyer, buyerFit, exhibitorFit, picky[buyer]! + popular[exhibitor]!),
    yesProbability(scoring.exhibitor, exhibitorFit, buyerFit, picky[exhibitor]! + popular[buyer]!),
    scoring.buyerShare,
  );
}

/** Both fits and both probabilities of a yes; the dots are needs times offers, of the buyer and of the exhibitor. */
export function yesOfBoth(index: CandidateIndex, buyer: number, exhibitor: number, buyerDot: number, exhibitorDot: number) {
  const [b, e] = [index.members[buyer]!, index.members[exhibitor]!];
  const buyerFit = fitOf(b, e, buyerDot);
  const exhibitorFit = fitOf(e, b, exhibitorDot);
  return {
    buyerFit,
    exhibitorFit,
    buyerYes: yesProbability(index.scoring.buyer, buyerFit, exhibitorFit, index.picky[buyer]! + index.popular[exhibitor]!),
    exhibitorYes: yesProbability(
      index.scoring.exhibitor,
      exhibitorFit,
      buyerFit,
      index.picky[exhibitor]! + index.popular[buyer]!,
    ),
  };
}

/** Needs of one member times offers of another, straight from their vectors. */
export function dotOf(needy: Member, offering: Member): number {
  const offers = new Map<number, number>();
  for (let at = offering.needsEnd; at < offering.offersEnd; at += 2) offers.set(offering.data[at]!, offering.data[at + 1]!);
  let sum = 0;
  for (let at = 0; at < needy.needsEnd; at += 2) sum += needy.data[at + 1]! * (offers.get(needy.data[at]!) ?? 0);
  return sum;
}

/** The score of one pair, or undefined when it may not be recommended. */
export function pairScore(index: CandidateIndex, number: number, other: number): number | undefined {
  const [member, partner] = [index.members[number]!, index.members[other]!];
  if (member.side === partner.side || pairState(index.book, member.id, partner.id) !== undefined) return undefined;
  if (banBetween(member, partner) !== undefined) return undefined;
  const [ownDot, otherDot] = [dotOf(member, partner), dotOf(partner, member)];
  if (ownDot < leastProduct && otherDot < leastProduct) return undefined;
  return scoreOf(index, number, other, ownDot, otherDot);
}
