/**
 * Why two members are recommended to each other, as data: a code and what fills its sentence. `of` says whose need it is
 * about, `points` what it adds to that member's fit; the points of all reasons of one member add up to the fit.
 */
export type Reason = { points: number; of: "own" | "other" } & ReasonContent;

export type ReasonContent =
  | { code: "SAME_HS"; hs: string; en: string; zh: string }
  | { code: "SHARED_WORDS"; words: string[] }
  | { code: "SERVES_MARKET" | "HOLDS_CERTIFICATES" | "SHARES_TAGS" | "SPEAKS_LANGUAGE" | "ORDER_SIZE_FITS"; values: string[] }
  /** The other side says nothing about it, which counts half. */
  | { code: "UNKNOWN"; kind: "market" | "certificate" | "tag" | "language" | "quantity" };
