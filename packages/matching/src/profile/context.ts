import { fold } from "../text/fold.ts";
import { createWordMemo } from "../text/word-memo.ts";
import type { Item, Profile } from "./profile.ts";

/** What is asked beside the goods, and what answers it. The order is the order of the numbers in packed tokens. */
export const contextKinds = ["market", "certificate", "tag", "language", "quantity"] as const;
export type ContextKind = (typeof contextKinds)[number];

export type ContextToken = { kind: ContextKind; value: string };

const largestMagnitude = 9;

/** What a member asks of an offer: its markets (else its countries), required certificates, tags, languages, order size. */
export function asked({ needs, countries = [], languages = [] }: Profile): ContextToken[] {
  const asks = createTokenList();
  for (const need of needs) asks.addAll("market", need.markets);
  if (!needs.some((need) => need.markets?.length)) asks.addAll("market", countries);
  addItems(asks, needs);
  asks.addAll("language", languages);
  for (const need of needs) if (hasQuantity(need)) asks.add("quantity", String(magnitude(need.quantity!)));
  return asks.tokens;
}

/** What a member's offers answer with. An offer with a smallest order of 500 serves wishes of 500 and every larger magnitude. */
export function answered({ offers, languages = [] }: Profile): ContextToken[] {
  const answers = createTokenList();
  for (const offer of offers) answers.addAll("market", offer.markets);
  addItems(answers, offers);
  answers.addAll("language", languages);
  for (const offer of offers.filter(hasQuantity)) {
    for (let at = magnitude(offer.quantity!); at <= largestMagnitude; at++) answers.add("quantity", String(at));
  }
  return answers.tokens;
}

type TokenList = ReturnType<typeof createTokenList>;

/** Tokens in the order of first mention, each once. */
function createTokenList() {
  const tokens: ContextToken[] = [];
  const seen = new Map<ContextKind, Set<string>>();
  function add(kind: ContextKind, value: string): void {
    const values = seen.get(kind) ?? new Set();
    if (values.size === 0) seen.set(kind, values);
    if (value === "" || values.has(value)) return;
    values.add(value);
    tokens.push({ kind, value });
  }
  return {
    tokens,
    add,
    addAll(kind: ContextKind, values: readonly string[] = []) {
      for (const value of values) add(kind, folded.of(value));
    },
  };
}

const folded = createWordMemo((value) => fold(value.slice(0, 100)).trim());

function addItems(list: TokenList, items: readonly Item[]): void {
  for (const item of items) {
    list.addAll("certificate", item.certificates);
    list.addAll("tag", item.tags);
  }
}

const hasQuantity = (item: Item): boolean => item.quantity !== undefined && item.quantity > 0;

const magnitude = (quantity: number): number => Math.min(largestMagnitude, Math.max(0, Math.floor(Math.log10(quantity))));
