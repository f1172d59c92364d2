import { createClassifier } from "../hs/classifier.ts";
import { normalizeCode } from "../hs/codes.ts";
import { stableHash } from "../live/stable-hash.ts";
import { officialLexicon } from "../text/lexicon.ts";
import type { Knowledge } from "./product-vector.ts";
import type { Item, Profile } from "./profile.ts";

const lessons = 3_000;
const longestLesson = 200;

/**
 * What the catalogues of a fair teach: how rare each word is here, which Chinese and English words stand for each other,
 * and which phrases go with which headings. Depends on the set of profiles only, not on their order.
 */
export function knowledgeFrom(profiles: readonly Profile[]): Knowledge {
  const texts: string[] = [];
  const phrases: Phrase[] = [];
  for (const { offers, needs } of profiles) {
    for (const items of [offers, needs]) for (const item of items) readItem(item, texts, phrases);
  }
  const classifier = createClassifier();
  for (const { text, code } of lessonsFrom(phrases)) classifier.learn(text, code);
  return { lexicon: officialLexicon().learn(texts), classifier };
}

type Phrase = { key: string; hash: number; text: string; code: string };

/** A lesson is an item with a short text and exactly one code, of a heading or deeper. */
function readItem({ text, hsCodes }: Item, texts: string[], phrases: Phrase[]): void {
  if (!text) return;
  texts.push(text);
  const code = hsCodes?.length === 1 ? normalizeCode(hsCodes[0]!)?.slice(0, 4) : undefined;
  if (code?.length !== 4 || text.length >= longestLesson) return;
  const key = `${code}${text}`;
  phrases.push({ key, hash: stableHash(key), text, code });
}

/** The first of the phrases in an order of their own, each once. */
function lessonsFrom(phrases: Phrase[]): Phrase[] {
  phrases.sort((a, b) => a.hash - b.hash || Number(a.key > b.key) - Number(a.key < b.key));
  const distinct: Phrase[] = [];
  for (const phrase of phrases) {
    if (phrase.key !== distinct.at(-1)?.key) distinct.push(phrase);
    if (distinct.length === lessons) break;
  }
  return distinct;
}
