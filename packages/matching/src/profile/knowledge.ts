import { createClassifier } from "../hs/classifier.ts";
import { normalizeCode } from "../hs/codes.ts";
import { stableHash } from "../live/stable-hash.ts";
import { officialLexicon } from "../text/lexicon.ts";
import type { Knowledge } from "./product-vector.ts";
import type { Item, Profile } from "./profile.ts";

const lessons = 3_000;

/**
 * What the catalogues of a fair teach: how rare each word is here, which Chinese and English words stand for each other,
 * and which phrases go with which headings. Depends on the set of profiles only, not on their order.
 */
export function knowledgeFrom(profiles: readonly Profile[]): Knowledge {
  const items = profiles.flatMap((profile) => [...profile.offers, ...profile.needs]).filter((item) => item.text);
  const classifier = createClassifier();
  for (const { text, code } of labelled(items)) classifier.learn(text, code);
  return { lexicon: officialLexicon().learn(items.map((item) => item.text!)), classifier };
}

type Labelled = { key: string; hash: number; text: string; code: string };

/** Items with a text and exactly one code of a heading or deeper, in an order of their own. */
function labelled(items: readonly Item[]): Labelled[] {
  const phrases = new Map<string, Labelled>();
  for (const { text, hsCodes } of items) {
    const code = hsCodes?.length === 1 ? normalizeCode(hsCodes[0]!)?.slice(0, 4) : undefined;
    if (!text || code?.length !== 4 || text.length >= 200) continue;
    const key = `${code}${text}`;
    if (!phrases.has(key)) phrases.set(key, { key, hash: stableHash(key), text, code });
  }
  return [...phrases.values()].sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1)).slice(0, lessons);
}
