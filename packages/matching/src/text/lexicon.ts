import { descriptions } from "../hs/nomenclature.ts";
import { type Associations, type Counterpart, createAssociator } from "./associations.ts";
import { copyOf, countText, noCounts, type TermCounts } from "./term-counts.ts";
import { terms } from "./terms.ts";
import { createWordMemo } from "./word-memo.ts";

/**
 * What is known about words: how rare each is, and its counterparts in the other language. Immutable, so that two
 * engines with the same lexicon give the same lists; learning makes a new one.
 */
export type Lexicon = {
  documents: number;
  meaningOf(term: string): Meaning;
  /** A new lexicon that also knows these texts, for example the exhibitors' catalogues. */
  learn(texts: readonly string[]): Lexicon;
};

/** What a term says. */
export type Meaning = {
  /** Inverse document frequency, above 0; the highest for a word never seen. */
  readonly rarity: number;
  /** Counterparts in the other language; mostly none. */
  readonly counterparts: readonly Counterpart[];
};

/** The lexicon of the official nomenclature: the start before any catalogue is known. Its English teaches no counterparts. */
export const officialLexicon = (): Lexicon => (official ??= emptyLexicon().learn([...descriptions.values()]));
let official: Lexicon | undefined;

/** A lexicon that knows nothing: every word is equally rare. */
export const emptyLexicon = (): Lexicon => lexiconOf(noCounts(), new Map());

const none: readonly Counterpart[] = [];

function lexiconOf(counts: TermCounts, associations: Associations): Lexicon {
  const { documents, numbers, texts } = counts;
  const meanings = createWordMemo((term): Meaning => {
    const number = numbers.get(term);
    const textsWith = number === undefined ? 0 : texts[number]!;
    return { rarity: Math.log(1 + (documents + 1) / (textsWith + 0.5)), counterparts: associations.get(term) ?? none };
  });
  return {
    documents,
    meaningOf: (term) => meanings.of(term),
    learn(more) {
      const counted = copyOf(counts);
      const associator = createAssociator(counted.all);
      for (const text of more) associator.read(countText(counted, terms(text)));
      return lexiconOf(counted, new Map([...associations, ...associator.associations()]));
    },
  };
}
