import { descriptions } from "../hs/nomenclature.ts";
import { type Associations, associate } from "./associations.ts";
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
  counterparts(term: string): readonly { term: string; strength: number }[];
  /** A new lexicon that also knows these texts, for example the exhibitors' catalogues. */
  learn(texts: readonly string[]): Lexicon;
};

/** The lexicon of the official nomenclature: the start before any catalogue is known. */
export const officialLexicon = (): Lexicon =>
  (official ??= lexiconOf(countDocuments([...descriptions.values()], empty()), new Map()));
let official: Lexicon | undefined;

/** A lexicon that knows nothing: every word is equally rare. */
export const emptyLexicon = (): Lexicon => lexiconOf(empty(), new Map());

type Counts = { documents: number; frequency: Map<string, number> };
const empty = (): Counts => ({ documents: 0, frequency: new Map() });
const none: readonly { term: string; strength: number }[] = [];

function lexiconOf(counts: Counts, associations: Associations): Lexicon {
  const { documents, frequency } = counts;
  return {
    documents,
    rarity: (term) => Math.log(1 + (documents + 1) / ((frequency.get(term) ?? 0) + 0.5)),
    counterparts: (term) => associations.get(term) ?? none,
    learn: (texts) => lexiconOf(countDocuments(texts, counts), new Map([...associations, ...associate(texts)])),
  };
}

function countDocuments(texts: readonly string[], before: Counts): Counts {
  const frequency = new Map(before.frequency);
  for (const text of texts) {
    for (const term of new Set(terms(text))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return { documents: before.documents + texts.length, frequency };
}
