import type { Reason, Recommendation } from "@rialto/contracts/matchmaking/events";
import type { MatchProfile, Subject } from "./match-profile.ts";

/** What counts, in thousandths: the first thing shared, each further one, and at most. All together make 1,000. */
const worth = {
  hsHeading: { first: 400, further: 50, most: 500 },
  hsChapter: { first: 100, further: 25, most: 150 },
  tag: { first: 80, further: 80, most: 160 },
  words: { first: 20, further: 20, most: 100 },
} as const;
const worthOfMarket = { own: 140, common: 90, anywhere: 40 } as const;
const worthOfLanguage = 100;

/** A shared heading is enough; a chapter, or words, only with a tag. Country and language alone never reach it. */
export const threshold = 400;

/** How many things the needs of one and the offers of the other share. */
export interface Shared {
  readonly headings: number;
  readonly chapters: number;
  readonly tags: number;
  readonly words: number;
}

const points = ({ first, further, most }: (typeof worth)[keyof typeof worth], count: number) =>
  count === 0 ? 0 : Math.min(most, first + further * (count - 1));

/** Thousandths for what the goods share. A shared heading says more than its chapter, which then does not count again. */
export const pointsOfGoods = ({ headings, chapters, tags, words }: Shared): number =>
  (headings > 0 ? points(worth.hsHeading, headings) : points(worth.hsChapter, chapters)) +
  points(worth.tag, tags) +
  points(worth.words, words);

/** Thousandths for market and language: what helps when the goods fit. */
export const pointsOfTrade = (seeker: MatchProfile, supplier: MatchProfile): number =>
  pointsOfMarket(seeker, supplier) + pointsOfLanguage(seeker, supplier);

/** No goods can make up for fewer thousandths than these. */
export const fewestPointsOfGoods = threshold - worthOfMarket.own - worthOfLanguage;

function pointsOfMarket({ country, needs }: MatchProfile, { offers }: MatchProfile): number {
  if (offers === undefined || needs === undefined) return 0;
  if (offers.markets.includes(country)) return worthOfMarket.own;
  if (needs.markets.some((market) => offers.markets.includes(market))) return worthOfMarket.common;
  return offers.anywhere ? worthOfMarket.anywhere : 0;
}

const pointsOfLanguage = (seeker: MatchProfile, supplier: MatchProfile): number =>
  seeker.languages.some((language) => supplier.languages.includes(language)) ? worthOfLanguage : 0;

/**
 * A simple, honest score: every reason adds its points, and the points add up to the score. Fit is how well the one's offers
 * meet the other's needs; the score is the better of the two directions, so it is the same for both sides.
 */
export function scorePair(owner: MatchProfile, other: MatchProfile): Recommendation {
  const mine = reasonsOf(owner, other);
  const theirs = reasonsOf(other, owner);
  const fit = { mine: total(mine) / 1000, theirs: total(theirs) / 1000 };
  const reasons = fit.mine >= fit.theirs ? mine : theirs;
  return {
    organizationId: other.organizationId,
    score: Math.max(fit.mine, fit.theirs),
    fit,
    reasons: reasons.map((reason) => ({ ...reason, points: reason.points / 1000 })),
  };
}

const total = (reasons: readonly Reason[]) => reasons.reduce((sum, reason) => sum + reason.points, 0);

/** Why the supplier's offers meet the seeker's needs; points in thousandths, most first. */
function reasonsOf(seeker: MatchProfile, supplier: MatchProfile): Reason[] {
  const { needs } = seeker;
  const { offers } = supplier;
  if (needs === undefined || offers === undefined) return [];
  const goods = goodsReasons(needs, offers);
  if (goods.length === 0) return [];
  const trade = [marketReason(seeker, supplier), languageReason(seeker, supplier)].filter(({ points }) => points > 0);
  return [...goods, ...trade].sort((a, b) => b.points - a.points);
}

function goodsReasons(needs: Subject, offers: Subject): Reason[] {
  const headings = common(needs.headings, offers.headings);
  const chapters = headings.length > 0 ? [] : common(needs.chapters, offers.chapters);
  return [
    reason("hsHeading", points(worth.hsHeading, headings.length), headings),
    reason("hsChapter", points(worth.hsChapter, chapters.length), chapters),
    ...(["tag", "words"] as const).map((code) => {
      const shared = code === "tag" ? common(needs.tags, offers.tags) : common(needs.words, offers.words);
      return reason(code, points(worth[code], shared.length), shared);
    }),
  ].filter(({ points }) => points > 0);
}

/** `market`: the countries that the supplier sells to and the seeker is in or buys for. */
function marketReason(seeker: MatchProfile, supplier: MatchProfile): Reason {
  const points = pointsOfMarket(seeker, supplier);
  const shared = points === worthOfMarket.common ? common(seeker.needs?.markets ?? [], supplier.offers?.markets ?? []) : [];
  return reason("market", points, shared.length > 0 ? shared : [seeker.country]);
}

const languageReason = (seeker: MatchProfile, supplier: MatchProfile): Reason =>
  reason("language", pointsOfLanguage(seeker, supplier), common(seeker.languages, supplier.languages));

const mostValues = 10;

const reason = (code: string, points: number, values: readonly string[]): Reason => ({
  code,
  points,
  values: [...values].sort().slice(0, mostValues),
});

function common(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter((value) => known.has(value));
}
