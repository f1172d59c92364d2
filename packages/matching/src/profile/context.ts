import { fold } from "../text/fold.ts";
import { createWordMemo } from "../text/word-memo.ts";
import type { Item, Profile } from "./profile.ts";

/** What is asked beside the goods, and what answers it. The order is the order of the numbers in packed tokens. */
export const contextKinds = ["market", "certificate", "tag", "language", "quantity"] as const;
export type ContextKind = (typeof contextKinds)[number];

const largestMagnitude = 9;

/** Hears of a token; the same one may be told several times. */
export type Tell = (kind: ContextKind, value: string) => void;

/** What a member asks of an offer: its markets (else its countries), required certificates, tags, languages, order size. */
export function tellAsked({ needs, countries, languages }: Profile, tell: Tell): void {
  tellItems(needs, tell);
  if (!needs.some((need) => need.markets?.length)) tellAll("market", countries, tell);
  tellAll("language", languages, tell);
  for (const need of needs) if (hasQuantity(need)) tell("quantity", String(magnitude(need.quantity!)));
}

/** What a member's offers answer with. An offer with a smallest order of 500 serves wishes of 500 and every larger magnitude. */
export function tellAnswered({ offers, languages }: Profile, tell: Tell): void {
  tellItems(offers, tell);
  tellAll("language", languages, tell);
  for (const offer of offers.filter(hasQuantity)) {
    for (let at = magnitude(offer.quantity!); at <= largestMagnitude; at++) tell("quantity", String(at));
  }
}

function tellItems(items: readonly Item[], tell: Tell): void {
  for (const { markets, certificates, tags } of items) {
    tellAll("market", markets, tell);
    tellAll("certificate", certificates, tell);
    tellAll("tag", tags, tell);
  }
}

function tellAll(kind: ContextKind, values: readonly string[] | undefined, tell: Tell): void {
  for (const written of values ?? []) {
    const value = folded.of(written);
    if (value !== "") tell(kind, value);
  }
}

const folded = createWordMemo((value) => fold(value.slice(0, 100)).trim());

const hasQuantity = (item: Item): boolean => item.quantity !== undefined && item.quantity > 0;

const magnitude = (quantity: number): number => Math.min(largestMagnitude, Math.max(0, Math.floor(Math.log10(quantity))));
