/**
 * Coefficients of the probability that a member says yes, in log-odds. `own` and `other` must not be negative: a better fit
 * never lowers a score.
 */
export type SideCoefficients = { intercept: number; own: number; other: number };

export type Scoring = {
  buyer: SideCoefficients;
  exhibitor: SideCoefficients;
  /** How much the buyer's wish counts in the order of lists: 0.5 is even, 0.4 to 0.6 allowed. */
  buyerShare: number;
};

/** A prior, used until decisions of a fair have been learned: about 1 in 20 for strangers, 6 in 10 for a good fit. */
export const priorScoring: Scoring = {
  buyer: { intercept: -3, own: 4.5, other: 1 },
  exhibitor: { intercept: -2.5, own: 2.5, other: 3 },
  buyerShare: 0.5,
};

export type Leanings = { picky: number; popular: number };

export const yesProbability = (side: SideCoefficients, ownFit: number, otherFit: number, leaning: number): number =>
  1 / (1 + Math.exp(-(side.intercept + side.own * ownFit + side.other * otherFit + leaning)));

/** The score of a pair: the probability that both say yes (weighted when the sides count differently). */
export function scoreFrom(buyerYes: number, exhibitorYes: number, buyerShare: number): number {
  if (buyerShare === 0.5) return buyerYes * exhibitorYes;
  return buyerYes ** (2 * buyerShare) * exhibitorYes ** (2 - 2 * buyerShare);
}
