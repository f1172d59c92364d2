import { refuse } from "../errors.ts";
import { normalizeCode } from "./codes.ts";
import { confident, type HsGuess, priorOf } from "./confidence.ts";
import { createHeadingIndex } from "./heading-index.ts";
import { headings } from "./nomenclature.ts";
import { headingTexts } from "./official-text.ts";

export type { HsGuess } from "./confidence.ts";

export type Classifier = {
  /** Proposes headings for a text in English or Chinese, best first; empty when no word is known. */
  classify(text: string, limit?: number): HsGuess[];
  /** Learns that a phrase belongs to a code (4 or 6 digits). Takes microseconds. Throws HS_CODE_INVALID. */
  learn(phrase: string, code: string): void;
};

const phraseWeight = 0.5;
const numberOf = new Map(headings.map((code, number) => [code, number]));

/**
 * BM25F over fields of each heading (official text without its negations, Chinese names, everyday words, learned phrases),
 * over words and subwords, smoothed by the chapter's score and by how often a heading was taught. Sources: Robertson and
 * Zaragoza 2009 (BM25F); the confidence is a softmax of scores divided by the score a perfect text would have.
 */
export function createClassifier(options: { shippedWords: boolean } = { shippedWords: true }): Classifier {
  const index = createHeadingIndex(headings.length);
  const lessons = new Float64Array(headings.length);
  const priors = new Float64Array(headings.length);
  for (const { code, fields } of headingTexts(options)) {
    for (const field of fields) index.add(numberOf.get(code)!, field.text, field.weight);
  }
  return {
    classify: (text, limit = 5) => confident(index.scoresOf(text), priors, limit),
    learn(phrase, code) {
      const known = normalizeCode(code);
      if (known === undefined || known.length < 4) return refuse("HS_CODE_INVALID", { code: code.slice(0, 20) });
      const heading = numberOf.get(known.slice(0, 4))!;
      index.add(heading, phrase, phraseWeight);
      priors[heading] = priorOf(++lessons[heading]!);
    },
  };
}
