import type { Reason } from "@rialto/contracts/matchmaking/events";
import type { Listing } from "../domain/organization.ts";
import { textOf } from "./spelled.ts";

/**
 * The listings that a match is about come first, all others stay in their order: of twenty goods a card names one, and whoever
 * seeks shoes must not read of jackets there. The words of the reasons must be spelled as the listings spell them.
 */
export function fittingFirst(listings: readonly Listing[], reasons: readonly Reason[], of: Reason["of"]): Listing[] {
  const about = reasons.filter((reason) => reason.of === undefined || reason.of === of);
  const points = new Map(listings.map((listing) => [listing, about.reduce((sum, reason) => sum + pointsOf(listing, reason), 0)]));
  return listings.toSorted((a, b) => points.get(b)! - points.get(a)!);
}

/** What a listing has of a reason's points: the share of its values that is in the listing. */
function pointsOf(listing: Listing, { code, values, points }: Reason): number {
  const isMet = isMetBy(listing, code);
  return (points * values.filter(isMet).length) / Math.max(1, values.length);
}

function isMetBy(listing: Listing, code: string): (value: string) => boolean {
  const { hsCodes, tags } = listing.content;
  if (code.startsWith("hs")) return (value) => hsCodes.some((written) => written.startsWith(value) || value.startsWith(written));
  if (code === "tag") return (value) => tags.includes(value);
  if (code !== "words") return () => false;
  const text = textOf(listing).toLowerCase();
  return (value) => text.includes(value);
}
