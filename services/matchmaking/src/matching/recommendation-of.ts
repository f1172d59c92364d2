import type { Reason, Recommendation } from "@rialto/contracts/matchmaking/events";
import type { Explanation } from "@rialto/matching/reasons/explanation";
import type { Reason as EngineReason } from "@rialto/matching/reasons/reason";

const mostReasons = 8;
const mostValues = 10;
const longestValue = 200;

const codes = {
  SHARED_WORDS: "words",
  SERVES_MARKET: "market",
  HOLDS_CERTIFICATES: "certificate",
  SHARES_TAGS: "tag",
  SPEAKS_LANGUAGE: "language",
  ORDER_SIZE_FITS: "orderSize",
} as const;

const codeOfDepth = (hs: string): string => (hs.length <= 2 ? "hsChapter" : hs.length <= 4 ? "hsHeading" : "hsSubheading");

/** A reason as people are told it; undefined for what one side has not said, which is advice and no reason. */
export function reasonOf(reason: EngineReason): Reason | undefined {
  const { points, of } = reason;
  switch (reason.code) {
    case "UNKNOWN":
      return undefined;
    case "SAME_HS": {
      const name = { en: cut(reason.en), zh: cut(reason.zh) };
      return { code: codeOfDepth(reason.hs), points, of, values: [reason.hs], name };
    }
    case "SHARED_WORDS":
      return { code: codes.SHARED_WORDS, points, of, values: cutAll(reason.words) };
    default: {
      const isUpper = reason.code === "SERVES_MARKET" || reason.code === "HOLDS_CERTIFICATES";
      const values = isUpper ? reason.values.map((value) => value.toUpperCase()) : reason.values;
      return { code: codes[reason.code], points, of, values: cutAll(values) };
    }
  }
}

const cut = (value: string): string => (value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value);
const cutAll = (values: readonly string[]): string[] => values.slice(0, mostValues).map(cut);

/** The second of a pair as it stands in the list of the first, strongest reason first. */
export function recommendationOf(organizationId: string, explanation: Explanation): Recommendation {
  const { score = 0, ownYes, otherYes, reasons } = explanation;
  const told = reasons.flatMap((reason) => reasonOf(reason) ?? []).sort((a, b) => b.points - a.points);
  const strongest = told.slice(0, mostReasons).map((reason) => ({ ...reason, points: rounded(reason.points) }));
  return {
    organizationId,
    score: rounded(score),
    fit: { mine: rounded(ownYes), theirs: rounded(otherYes) },
    reasons: strongest,
  };
}

/** To thousandths: nobody can tell more, and messages stay short. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
