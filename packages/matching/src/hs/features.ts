import { subwords } from "../text/subwords.ts";
import { createWordMemo } from "../text/word-memo.ts";
import { newPosting, type Posting } from "./posting.ts";

/** A term's own posting and those of its parts, and what each part counts. */
type Features<Word> = { word: Word; parts: Posting[]; share: number };

/** Postings by word and by word part, and of which of them a term consists. */
export function createFeatures() {
  const postings = new Map<string, Posting>();
  const known = createWordMemo(lookUp);

  function lookUp(term: string): Features<Posting | undefined> & { asOf: number } {
    const parts = subwords(term);
    const found = parts.map((part) => postings.get(part)).filter((posting) => posting !== undefined);
    const word = postings.get(term);
    const isComplete = word !== undefined && found.length === parts.length;
    return { word, parts: found, share: 1 / Math.sqrt(parts.length), asOf: isComplete ? complete : postings.size };
  }

  function featuresOf(term: string): Features<Posting | undefined> {
    const before = known.of(term);
    if (before.asOf === complete || before.asOf === postings.size) return before;
    return Object.assign(before, lookUp(term));
  }

  /** The features of a term that is being taught: all of them have a posting from now on. */
  function taught(term: string): Features<Posting> {
    const before = known.of(term);
    if (before.asOf === complete) return before as Features<Posting>;
    for (const part of subwords(term)) if (!postings.has(part)) postings.set(part, newPosting(true));
    if (!postings.has(term)) postings.set(term, newPosting(false));
    return Object.assign(before, lookUp(term)) as Features<Posting>;
  }

  /** The postings that the terms mention, in their order, and how often they have words without one. */
  function read(terms: readonly string[]): { mentioned: Posting[]; strangers: Map<string, number> } {
    const strangers = new Map<string, number>();
    const mentioned: Posting[] = [];
    for (const term of terms) {
      const { word, parts, share } = featuresOf(term);
      if (word === undefined) strangers.set(term, (strangers.get(term) ?? 0) + 1);
      else mention(word, 1, mentioned);
      for (const part of parts) mention(part, share, mentioned);
    }
    return { mentioned, strangers };
  }

  return { taught, read };
}

/** Postings are only ever added, so that features which all have one stay as they are. */
const complete = -1;

function mention(posting: Posting, count: number, mentioned: Posting[]): void {
  if (posting.mentions === 0) mentioned.push(posting);
  posting.mentions += count;
}
