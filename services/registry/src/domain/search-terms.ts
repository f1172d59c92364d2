const MOST_TERMS = 80;
const LONGEST_TERM = 24;
const han = /\p{Script=Han}/u;

/** Case, accents and width do not matter to somebody who types with a thumb. */
export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase();

/** Runs of Chinese characters and words of everything else, in order. */
const wordsOf = (text: string): string[] => fold(text).match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];

/** Chinese has no spaces: with every ending of a run as a term, the beginning of a term is any part of the run. */
function termsOfWord(word: string): string[] {
  const characters = [...word];
  if (!han.test(word)) return [characters.slice(0, LONGEST_TERM).join("")];
  return characters.map((_, start) => characters.slice(start, start + LONGEST_TERM).join(""));
}

/** What a text is found by: somebody's typing is compared with the beginning of each term. Bounded. */
export const searchTermsOf = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => wordsOf(text ?? "").flatMap(termsOfWord)).slice(0, MOST_TERMS)),
];

/** What somebody typed, as beginnings of terms, all of which must occur; letters and digits only. */
export const typedTermsOf = (typed: string): string[] =>
  [...new Set(wordsOf(typed).map((word) => [...word].slice(0, LONGEST_TERM).join("")))].slice(0, 8);
