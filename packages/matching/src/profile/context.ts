import { fold } from "../text/fold.ts";
import type { Item, Profile } from "./profile.ts";

/** What is asked beside the goods, and what answers it. The order is the order of the numbers in packed tokens. */
export const contextKinds = ["market", "certificate", "tag", "language", "quantity"] as const;
export type ContextKind = (typeof contextKinds)[number];

export type ContextToken = { kind: ContextKind; value: string };

const largestMagnitude = 9;

/** What a member asks of an offer: its markets (else its countries), required certificates, tags, languages, order size. */
export function asked({ needs, countries = [], languages = [] }: Profile): ContextToken[] {
  const markets = needs.flatMap((need) => need.markets ?? []);
  return distinct([
    ...tokens("market", markets.length > 0 ? markets : countries),
    ...itemTokens(needs),
    ...tokens("language", languages),
    ...needs.filter(hasQuantity).map((need): ContextToken => ({ kind: "quantity", value: String(magnitude(need.quantity!)) })),
  ]);
}

/** What a member's offers answer with. An offer with a smallest order of 500 serves wishes of 500 and every larger magnitude. */
export function answered({ offers, languages = [] }: Profile): ContextToken[] {
  return distinct([
    ...tokens(
      "market",
      offers.flatMap((offer) => offer.markets ?? []),
    ),
    ...itemTokens(offers),
    ...tokens("language", languages),
    ...offers.filter(hasQuantity).flatMap(servedMagnitudes),
  ]);
}

const tokens = (kind: ContextKind, values: readonly string[]): ContextToken[] =>
  values.map((value) => ({ kind, value: fold(value.slice(0, 100)).trim() })).filter(({ value }) => value !== "");

const itemTokens = (items: readonly Item[]): ContextToken[] =>
  items.flatMap((item) => [...tokens("certificate", item.certificates ?? []), ...tokens("tag", item.tags ?? [])]);

const hasQuantity = (item: Item): boolean => item.quantity !== undefined && item.quantity > 0;

const magnitude = (quantity: number): number => Math.min(largestMagnitude, Math.max(0, Math.floor(Math.log10(quantity))));

function servedMagnitudes(offer: Item): ContextToken[] {
  const least = magnitude(offer.quantity!);
  return Array.from({ length: largestMagnitude - least + 1 }, (_, at) => ({ kind: "quantity", value: String(least + at) }));
}

function distinct(list: ContextToken[]): ContextToken[] {
  return [...new Map(list.map((token) => [`${token.kind}:${token.value}`, token])).values()];
}
