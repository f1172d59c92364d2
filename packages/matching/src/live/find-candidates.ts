import { type CandidateIndex, gate, gateSize, pickyOf, popularOf } from "./candidate-index.ts";
import { askedKinds } from "./context-sketch.ts";
import { mostFit, mostFitOfProduct, mostLogistic } from "./fit-bound.ts";
import { banBetween } from "./member.ts";
import { answeredBy, scoreOf } from "./pair-score.ts";
import { addProducts, clearProducts } from "./products.ts";
import { scoreFrom } from "./scoring.ts";

/** Whose floor a score must reach: the member's own, that of each candidate, or either. */
export type Interest = "own" | "others" | "both";

/**
 * Scores a member against everybody on the other side who shares enough with it, is not ruled out, and may interest those
 * whose gates are asked. A visit may raise gates: what comes after it is held to the new ones, and the `first` who promise
 * most come first, so that the member's own gate rises early.
 */
export function findCandidates(
  index: CandidateIndex,
  number: number,
  interest: Interest,
  visit: (other: number, score: number) => void,
  first = 0,
): void {
  const count = addProducts(index, number);
  const { ownDot, otherDot, sharing, bounds } = index.scratch;
  const { sketches } = index;
  const { gates } = index.columns;
  const ownGate = number * gateSize + gate.floor;
  const [asksOwn, asksOthers] = [interest !== "others", interest !== "own"];
  const isRuledOut = rulesAgainst(index, number);
  const mostScore = boundOf(index, number);
  for (let at = 0; at < count; at++) {
    const other = sharing[at]!;
    bounds[at] = mostScore(other, mostFitOfProduct(ownDot[other]!), mostFitOfProduct(otherDot[other]!));
  }
  if (asksOwn) putFirst(sharing, bounds, count, first);
  const ownKinds = askedKinds(sketches, number);
  for (let at = 0; at < count; at++) {
    const other = sharing[at]!;
    const ownFloor = asksOwn ? gates[ownGate]! : Number.POSITIVE_INFINITY;
    const theirFloor = asksOthers ? gates[other * gateSize + gate.floor]! : Number.POSITIVE_INFINITY;
    const floor = theirFloor < ownFloor ? theirFloor : ownFloor;
    if (bounds[at]! < floor) continue;
    const own = ownDot[other]!;
    const theirs = otherDot[other]!;
    const ownAnswered = own <= 0 ? 0 : answeredBy(index, other, number);
    const otherAnswered = theirs <= 0 ? 0 : answeredBy(index, number, other);
    if (floor > 0) {
      const otherFit = mostFit(theirs, otherAnswered, askedKinds(sketches, other));
      if (mostScore(other, mostFit(own, ownAnswered, ownKinds), otherFit) < floor) continue;
    }
    const score = scoreOf(index, number, other, own, theirs, ownAnswered, otherAnswered);
    if (score >= floor && !isRuledOut(other)) visit(other, score);
  }
  clearProducts(index, number);
}

const steps = 512;
const atStep = new Int32Array(steps + 1);
const stepOf = (bound: number): number => (bound * steps) | 0;

/** Puts those with the largest bounds before the others, `most` of them and whoever is as good within a step. */
function putFirst(sharing: Int32Array, bounds: Float64Array, count: number, most: number): void {
  if (most >= count) return;
  atStep.fill(0);
  for (let at = 0; at < count; at++) atStep[stepOf(bounds[at]!)]!++;
  let least = steps;
  for (let above = atStep[steps]!; above < most; above += atStep[least]!) least--;
  let front = 0;
  for (let at = 0; at < count; at++) {
    const bound = bounds[at]!;
    if (stepOf(bound) < least) continue;
    const member = sharing[at]!;
    bounds[at] = bounds[front]!;
    sharing[at] = sharing[front]!;
    bounds[front] = bound;
    sharing[front++] = member;
  }
}

/** Reads of the others no more than it must: few have rules, and few share the hash of an organization. */
function rulesAgainst(index: CandidateIndex, number: number): (other: number) => boolean {
  const member = index.members[number]!;
  const pairs = index.book.pairs.get(member.id);
  const { guarded, organizations } = index.columns;
  const organization = organizations[number]!;
  const isGuarded = guarded[number] === 1;
  return (other) => {
    if (pairs?.has(index.members[other]!.id)) return true;
    const mayBeRuledOut = isGuarded || guarded[other] === 1 || (organization !== 0 && organizations[other] === organization);
    return mayBeRuledOut && banBetween(member, index.members[other]!) !== undefined;
  };
}

/** A bound for each other member that is not less than the pair's score, from fits that are not less than theirs. */
function boundOf(index: CandidateIndex, number: number): (other: number, ownFit: number, otherFit: number) => number {
  const { buyer, exhibitor, buyerShare } = index.scoring;
  const { sides, gates } = index.columns;
  const buys = sides[number] === 1;
  const mine = buys ? buyer : exhibitor;
  const theirs = buys ? exhibitor : buyer;
  const myOdds = mine.intercept + pickyOf(index, number);
  const theirOdds = theirs.intercept + popularOf(index, number);
  return (other, ownFit, otherFit) => {
    const base = other * gateSize;
    const ownYes = mostLogistic(myOdds + mine.own * ownFit + mine.other * otherFit + gates[base + gate.popular]!);
    const otherYes = mostLogistic(theirOdds + theirs.own * otherFit + theirs.other * ownFit + gates[base + gate.picky]!);
    return buys ? scoreFrom(ownYes, otherYes, buyerShare) : scoreFrom(otherYes, ownYes, buyerShare);
  };
}
