import { type CandidateIndex, pickyOf, popularOf } from "./candidate-index.ts";
import { askedKinds, sketchedAnswered } from "./context-sketch.ts";
import { pairState } from "./decision-book.ts";
import { answeredBetween, fitFrom, leastProduct, productFit } from "./fit.ts";
import { banBetween, type Member } from "./member.ts";
import { scoreFrom, yesProbability } from "./scoring.ts";

/** What one member answers of the context that another asks. */
export function answeredBy(index: CandidateIndex, offering: number, needy: number): number {
  const answered = sketchedAnswered(index.sketches, needy, offering);
  return answered < 0 ? answeredBetween(index.members[needy]!, index.members[offering]!) : answered;
}

const fitWith = (index: CandidateIndex, needy: number, dot: number, answered: number): number =>
  dot <= 0 ? 0 : fitFrom(productFit(dot), answered, askedKinds(index.sketches, needy));

/**
 * The score of a pair from both products and both answers to what the other asks; always worked out buyer first, so that it
 * is the same from both ends.
 */
export function scoreOf(
  index: CandidateIndex,
  number: number,
  other: number,
  ownDot: number,
  otherDot: number,
  ownAnswered: number,
  otherAnswered: number,
): number {
  const ownFit = fitWith(index, number, ownDot, ownAnswered);
  const otherFit = fitWith(index, other, otherDot, otherAnswered);
  return index.columns.sides[number] === 1
    ? buyerFirst(index, number, other, ownFit, otherFit)
    : buyerFirst(index, other, number, otherFit, ownFit);
}

function buyerFirst(index: CandidateIndex, buyer: number, exhibitor: number, buyerFit: number, exhibitorFit: number): number {
  const { scoring } = index;
  return scoreFrom(
    yesProbability(scoring.buyer, buyerFit, exhibitorFit, pickyOf(index, buyer) + popularOf(index, exhibitor)),
    yesProbability(scoring.exhibitor, exhibitorFit, buyerFit, pickyOf(index, exhibitor) + popularOf(index, buyer)),
    scoring.buyerShare,
  );
}

/** Both fits and both probabilities of a yes; the dots are needs times offers, of the buyer and of the exhibitor. */
export function yesOfBoth(index: CandidateIndex, buyer: number, exhibitor: number, buyerDot: number, exhibitorDot: number) {
  const buyerFit = fitWith(index, buyer, buyerDot, answeredBy(index, exhibitor, buyer));
  const exhibitorFit = fitWith(index, exhibitor, exhibitorDot, answeredBy(index, buyer, exhibitor));
  const { scoring } = index;
  return {
    buyerFit,
    exhibitorFit,
    buyerYes: yesProbability(scoring.buyer, buyerFit, exhibitorFit, pickyOf(index, buyer) + popularOf(index, exhibitor)),
    exhibitorYes: yesProbability(scoring.exhibitor, exhibitorFit, buyerFit, pickyOf(index, exhibitor) + popularOf(index, buyer)),
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
  const [ownAnswered, otherAnswered] = [answeredBy(index, other, number), answeredBy(index, number, other)];
  return scoreOf(index, number, other, ownDot, otherDot, ownAnswered, otherAnswered);
}
