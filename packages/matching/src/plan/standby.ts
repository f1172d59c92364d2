/** Somebody who could take a freed slot. Minutes are walking time; probabilities lie between 0 and 1. */
export type StandbyCandidate = { id: string; score: number; minutesAway: number; available: boolean; said?: "no" | "yes" };

export type StandbyOffer = { id: string; rank: number; value: number; minutesAway: number };

const halfLifeMinutes = 10;

/**
 * Who nearby, available and interested could take a slot that starts in `minutesLeft`: those who can be there in time, by
 * the chance that both say yes, halved for every ten minutes of walking; who already said yes counts as sure. A no is
 * absolute. Ties by id.
 */
export function standbyFor(candidates: Iterable<StandbyCandidate>, minutesLeft: number, limit = 5): StandbyOffer[] {
  const offers: Omit<StandbyOffer, "rank">[] = [];
  for (const { id, score, minutesAway, available, said } of candidates) {
    if (!available || said === "no" || !(minutesAway >= 0 && minutesAway <= minutesLeft) || !(score > 0)) continue;
    const interest = said === "yes" ? 1 : Math.min(1, score);
    offers.push({ id, minutesAway, value: interest * 0.5 ** (minutesAway / halfLifeMinutes) });
  }
  offers.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return offers.slice(0, limit).map((offer, at) => ({ ...offer, rank: at + 1 }));
}
