import { descriptions } from "../hs/nomenclature.ts";
import { type Associations, type Counterpart, createAssociator } from "./associations.ts";
import { terms } from "./terms.ts";

/**
 * What is known about words: how rare each is, and its counterparts in the other language. Immutable, so that two
 * engines with the same lexicon give the same lists; learning makes a new one.
 */
export type Lexicon = {
  documents: number;
  /** Inverse document frequency, above 0; the highest for a word never seen. */
  rarity(term: string): number;
  /** Counterparts of a term in the other language; mostly none. */
  counterparts(term: string): readonly Counterpart[];
  /** A new lexicon that also knows these texts, for example the exhibitors' catalogues. */
  learn(texts: readonly string[]): Lexicon;
};

/** The lexicon of the official nomenclature: the start before any catalogue is known. Its English teaches no counterparts. */
export const officialLexicon = (): Lexicon => (official ??= emptyLexicon().learn([...descriptions.values()]));
let official: Lexicon | undefined;

/** A lexicon that knows nothing: every word is equally rare. */
export const emptyLexicon = (): Lexicon => lexiconOf(0, new Map(), new Map());

const none: readonly Counterpart[] = [];

function lexiconOf(documents: number, frequency: ReadonlyMap<string, number>, associations: Associations): Lexicon {
  return {
    documents,
    rarity: (term) => Math.log(1 + (documents + 1) / ((frequency.get(term) ?? 0) + 0.5)),
    counterparts: (term) => associations.get(term) ?? none,
    learn(texts) {
      const counted = new Map(frequency);
      const associator = createAssociator();
      for (const text of texts) {
        const distinct = [...new Set(terms(text))];
        for (const term of distinct) counted.set(term, (counted.get(term) ?? 0) + 1);
        associator.read(distinct);
      }
      return lexiconOf(documents + texts.length, counted, new Map([...associations, ...associator.associations()]));
    },
  };
}
