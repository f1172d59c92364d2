import type { Reason } from "@rialto/contracts/matchmaking/events";
import { terms } from "@rialto/matching/text/terms";
import type { Listing } from "../domain/organization.ts";

/** The engine compares words without their endings; people read them as they were written: "bicycl" as "bicycles". */
export function spelled(term: string, text: string): string {
  if (!/^[a-z]{3,}$/.test(term)) return term;
  // An ending may have replaced the last letter: companies, company.
  const candidates = text.matchAll(new RegExp(`(?<![a-z])${term.slice(0, -1)}[a-z]*`, "gi"));
  for (const [word] of candidates) if (terms(word)[0] === term) return word.toLowerCase();
  return term;
}

/** All that a listing says in words. */
export const textOf = ({ content: { title, description, tags } }: Listing): string =>
  [title.en, title.zh, description?.en, description?.zh, ...tags].filter((text) => text !== undefined).join(" ");

/** Shared words as the other side writes them. */
export function spelledReasons(reasons: readonly Reason[], listings: readonly Listing[]): Reason[] {
  if (!reasons.some(({ code }) => code === "words")) return [...reasons];
  const text = listings.map(textOf).join(" ");
  return reasons.map((reason) =>
    reason.code === "words" ? { ...reason, values: reason.values.map((term) => spelled(term, text)) } : reason,
  );
}
