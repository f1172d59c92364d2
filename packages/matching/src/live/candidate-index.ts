import { refuse } from "../errors.ts";
import type { Side } from "../profile/profile.ts";
import { createDecisionBook, type DecisionBook, leaningsOf, pairState } from "./decision-book.ts";
import { fitOf, leastProduct } from "./fit.ts";
import { mostFit, mostLogistic } from "./fit-bound.ts";
import { banBetween, type Member } from "./member.ts";
import { type Scoring, scoreFrom, yesProbability } from "./pair-score.ts";
import {
  addPosting,
  createPostings,
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
  /** Log-odds by member number, refreshed from the book. */
  picky: number[];
  popular: number[];
  postings: Record<Side, { needs: Postings; offers: Postings }>;
  /** Scratch: products of the queried member's needs (offers) with each other member's offers (needs). */
  ownDot: Int32Array<ArrayBuffer>;
  otherDot: Int32Array<ArrayBuffer>;
  touched: Int32Array<ArrayBuffer>;
};

export const createCandidateIndex = (scoring: Scoring): CandidateIndex => ({
  scoring,
  book: createDecisionBook(),
  members: [],
  numbers: new Map(),
  freeNumbers: [],
  hashes: [],
  picky: [],
  popular: [],
  postings: {
    buyer: { needs: createPostings(), offers: createPostings() },
    exhibitor: { needs: createPostings(), offers: createPostings() },
  },
  ownDot: new Int32Array(0),
  otherDot: new Int32Array(0),
  touched: new Int32Array(0),
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
  const { touched, ownDot, otherDot } = index;
  const member = index.members[number]!;
  const pairs = index.book.pairs.get(member.id);
  const { floors, ranking } = sieve;
  for (let at = 0; at < count; at++) {
    const other = touched[at]!;
    const [own, theirs] = [ownDot[other]!, otherDot[other]!];
    ownDot[other] = 0;
    otherDot[other] = 0;
    if (own < leastProduct && theirs < leastProduct) continue;
    const floor = Math.min(floors ? floors[other]! : Infinity, ranking ? (ranking.floor?.score ?? -1) : Infinity);
    if (floor > 0 && mostScore(index, number, other, own, theirs) < floor) continue;
    const partner = index.members[other]!;
    if (pairs?.has(partner.id) || banBetween(member, partner) !== undefined) continue;
    visit(other, scoreOf(index, number, other, own, theirs));
  }
}

function addAllDots(index: CandidateIndex, number: number): number {
  const member = index.members[number]!;
  growScratch(index);
  const { needs, offers } = index.postings[otherSide(member.side)];
  const { ownDot, otherDot, touched } = index;
  const count = addDots(ownDot, otherDot, ownDot, offers, member.data, 0, member.needsEnd, touched, 0);
  return addDots(ownDot, otherDot, otherDot, needs, member.data, member.needsEnd, member.offersEnd, touched, count);
}

/** Not less than the pair's score, for a tenth of the work. */
function mostScore(index: CandidateIndex, number: number, other: number, ownDot: number, otherDot: number): number {
  const { buyer, exhibitor, buyerShare } = index.scoring;
  const [member, partner] = [index.members[number]!, index.members[other]!];
  const ownFit = mostFit(member.sketch, partner.sketch, ownDot);
  const otherFit = mostFit(partner.sketch, member.sketch, otherDot);
  const [mine, theirs] = member.side === "buyer" ? [buyer, exhibitor] : [exhibitor, buyer];
  const ownYes = mostLogistic(
    mine.intercept + mine.own * ownFit + mine.other * otherFit + index.picky[number]! + index.popular[other]!,
  );
  const otherYes = mostLogistic(
    theirs.intercept + theirs.own * otherFit + theirs.other * ownFit + index.picky[other]! + index.popular[number]!,
  );
  if (buyerShare === 0.5) return ownYes * otherYes;
  return member.side === "buyer" ? scoreFrom(ownYes, otherYes, buyerShare) : scoreFrom(otherYes, ownYes, buyerShare);
}

function addDots(
  first: Int32Array,
  second: Int32Array,
  into: Int32Array,
  { pool, start, length }: Postings,
  data: Int32Array,
  from: number,
  to: number,
  touched: Int32Array,
  before: number,
): number {
  let count = before;
  for (let at = from; at < to; at += 2) {
    const feature = data[at]!;
    const weight = data[at + 1]!;
    const begin = start[feature] ?? 0;
    const end = begin + (length[feature] ?? 0);
    for (let posting = begin; posting < end; posting++) {
      const value = pool[posting]!;
      const other = value >>> weightBits;
      if (first[other] === 0 && second[other] === 0) touched[count++] = other;
      into[other]! += weight * (value & largestWeight);
    }
  }
  return count;
}

function growScratch(index: CandidateIndex): void {
  const size = index.members.length;
  if (index.ownDot.length >= size) return;
  const larger = Math.ceil(size * 1.5);
  index.ownDot = new Int32Array(larger);
  index.otherDot = new Int32Array(larger);
  index.touched = new Int32Array(larger);
}

/** The score of a pair from its two products; always worked out buyer first, so that it is the same from both ends. */
export function scoreOf(index: CandidateIndex, number: number, other: number, ownDot: number, otherDot: number): number {
  const own = index.members[number]!.side === "buyer";
  const [buyer, exhibitor] = own ? [number, other] : [other, number];
  const [buyerDot, exhibitorDot] = own ? [ownDot, otherDot] : [otherDot, ownDot];
  const { buyerYes, exhibitorYes } = yesOfBoth(index, buyer, exhibitor, buyerDot, exhibitorDot);
  return scoreFrom(buyerYes, exhibitorYes, index.scoring.buyerShare);
}

/** Both probabilities of a yes; the dots are needs times offers, of the buyer and of the exhibitor. */
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
