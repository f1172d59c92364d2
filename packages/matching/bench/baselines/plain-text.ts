import { descriptions, headings } from "../../src/hs/nomenclature.ts";

/** Words of alphabetic scripts as they are, Chinese by single characters: what a plain search library does. */
export const plainWords = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

/** One document per heading: its own text and that of its subheadings. */
export function headingDocuments(): Map<string, string> {
  const documents = new Map(headings.map((code) => [code, descriptions.get(code) ?? ""]));
  for (const [code, text] of descriptions) {
    if (code.length === 6) documents.set(code.slice(0, 4), `${documents.get(code.slice(0, 4)) ?? ""} ${text}`);
  }
  return documents;
}

type Corpus = { words: Map<string, number>[]; lengths: number[]; frequency: Map<string, number>; averageLength: number };

function corpusOf(documents: readonly string[]): Corpus {
  const words = documents.map((text) => counted(plainWords(text)));
  const frequency = new Map<string, number>();
  for (const document of words) for (const word of document.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const lengths = words.map((document) => [...document.values()].reduce((sum, count) => sum + count, 0));
  return {
    words,
    lengths,
    frequency,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
  };
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export type TextScorer = (query: string) => number[];

/** Cosine of TF-IDF vectors (raw frequency, smoothed idf): the default of common libraries. */
export function tfIdf(documents: readonly string[]): TextScorer {
  const { words, frequency } = corpusOf(documents);
  const idf = (word: string) => 1 + Math.log((1 + documents.length) / (1 + (frequency.get(word) ?? 0)));
  const norms = words.map(
    (document) => Math.sqrt([...document].reduce((sum, [word, count]) => sum + (count * idf(word)) ** 2, 0)) || 1,
  );
  return (query) => {
    const wanted = [...counted(plainWords(query))];
    const norm = Math.sqrt(wanted.reduce((sum, [word, count]) => sum + (count * idf(word)) ** 2, 0)) || 1;
    return words.map(
      (document, at) =>
        wanted.reduce((sum, [word, count]) => sum + count * (document.get(word) ?? 0) * idf(word) ** 2, 0) / norms[at]! / norm,
    );
  };
}

/** BM25 with k1 1.2 and b 0.75. */
export function bm25(documents: readonly string[]): TextScorer {
  const { words, lengths, frequency, averageLength } = corpusOf(documents);
  const idf = (word: string) =>
    Math.log(1 + (documents.length - (frequency.get(word) ?? 0) + 0.5) / ((frequency.get(word) ?? 0) + 0.5));
  return (query) => {
    const wanted = [...counted(plainWords(query)).keys()];
    return words.map((document, at) => {
      const norm = 1.2 * (0.25 + (0.75 * lengths[at]!) / averageLength);
      return wanted.reduce((sum, word) => {
        const count = document.get(word) ?? 0;
        return sum + (idf(word) * count * 2.2) / (count + norm);
      }, 0);
    });
  };
}
