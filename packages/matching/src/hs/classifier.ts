import { refuse } from "../errors.ts";
import { subwords } from "../text/subwords.ts";
import { terms } from "../text/terms.ts";
import { normalizeCode } from "./codes.ts";
import { headings } from "./nomenclature.ts";
import { headingTexts } from "./official-text.ts";

/** A proposed heading (4 digits) and how sure, between 0 and 1; the confidences of one text add up to 1 at most. */
export type HsGuess = { code: string; confidence: number };

export type Classifier = {
  /** Proposes headings for a text in English or Chinese, best first; empty when no word is known. */
  classify(text: string, limit?: number): HsGuess[];
  /** Learns that a phrase belongs to a code (4 or 6 digits). Takes microseconds. Throws HS_CODE_INVALID. */
  learn(phrase: string, code: string): void;
};

/** Postings of one term: heading numbers and the weight of the term in each. */
type Posting = { headings: number[]; weights: number[] };

const knobs = {
  subword: 0.2,
  saturation: 0.5,
  lengthShare: 0.2,
  phrase: 0.5,
  prior: 0.02,
  chapter: 0.2,
  sharpness: 14,
  minimumIdf: 0.3,
  // A part found in more headings than this says nothing and costs the most.
  commonPart: 150,
};

/**
 * BM25F over fields of each heading (official text without its negations, Chinese names, everyday words, learned phrases),
 * over words and subwords, smoothed by the chapter's score and by how often a heading was taught. Sources: Robertson and
 * Zaragoza 2009 (BM25F); the confidence is a softmax of scores divided by the score a perfect text would have.
 */
export function createClassifier(options: { shippedWords: boolean } = { shippedWords: true }): Classifier {
  const index = createIndex();
  for (const { code, fields } of headingTexts(options)) {
    for (const field of fields) index.add(code, field.text, field.weight);
  }
  return {
    classify: (text, limit = 5) => index.rank(text, limit),
    learn(phrase, code) {
      const known = normalizeCode(code);
      if (known === undefined || known.length < 4) return refuse("HS_CODE_INVALID", { code: code.slice(0, 20) });
      index.add(known.slice(0, 4), phrase, knobs.phrase);
      index.taught(known.slice(0, 4));
    },
  };
}

const numberOf = new Map(headings.map((code, number) => [code, number]));
const chapterOf = Uint8Array.from(headings, (code) => Number(code.slice(0, 2)));

function createIndex() {
  const postings = new Map<string, Posting>();
  const lengths = new Float64Array(headings.length);
  const lessons = new Float64Array(headings.length);
  const scores = new Float64Array(headings.length);
  const reached = new Int32Array(headings.length);
  const chapters = new Float64Array(100);
  let totalLength = 0;
  let touched = 0;

  function addFeature(feature: string, heading: number, weight: number): void {
    const posting = postings.get(feature) ?? { headings: [], weights: [] };
    if (posting.headings.length === 0) postings.set(feature, posting);
    const at = posting.headings.lastIndexOf(heading);
    if (at >= 0) posting.weights[at]! += weight;
    else {
      posting.headings.push(heading);
      posting.weights.push(weight);
    }
  }

  function add(code: string, text: string, weight: number): void {
    const heading = numberOf.get(code)!;
    for (const [feature, count] of featuresOf(text)) addFeature(feature, heading, weight * count);
    const length = weight * terms(text).length;
    lengths[heading]! += length;
    totalLength += length;
  }

  function rank(text: string, limit: number): HsGuess[] {
    const average = totalLength / headings.length;
    let perfect = 0;
    touched = 0;
    for (const [feature, count] of featuresOf(text)) {
      const posting = postings.get(feature);
      const part = feature.charCodeAt(0) === partMark;
      if (part && posting !== undefined && posting.headings.length > knobs.commonPart) continue;
      const idf = Math.max(knobs.minimumIdf, Math.log(1 + headings.length / ((posting?.headings.length ?? 0) + 1)));
      const value = idf * Math.min(count, 2) * (part ? knobs.subword : 1);
      if (!part) perfect += value;
      if (posting !== undefined) accumulate(posting, value, average);
    }
    return perfect === 0 ? [] : confident(perfect, limit);
  }

  function accumulate(posting: Posting, value: number, average: number): void {
    for (let at = 0; at < posting.headings.length; at++) {
      const heading = posting.headings[at]!;
      const weight = posting.weights[at]!;
      const norm = knobs.saturation * (1 - knobs.lengthShare + (knobs.lengthShare * lengths[heading]!) / average);
      if (scores[heading] === 0) reached[touched++] = heading;
      scores[heading]! += (value * weight * (1 + knobs.saturation)) / (weight + norm);
    }
  }

  /** Ends with all scores back at 0, ready for the next text. */
  function confident(perfect: number, limit: number): HsGuess[] {
    chapters.fill(0);
    for (let at = 0; at < touched; at++) {
      const chapter = chapterOf[reached[at]!]!;
      chapters[chapter] = Math.max(chapters[chapter]!, scores[reached[at]!]!);
    }
    const ranked: Ranked[] = [];
    let best = 0;
    for (let at = 0; at < touched; at++) {
      const heading = reached[at]!;
      const score =
        (scores[heading]! + knobs.chapter * chapters[chapterOf[heading]!]!) / perfect +
        knobs.prior * Math.log1p(lessons[heading]!);
      scores[heading] = 0;
      if (score < best - negligible) continue;
      best = Math.max(best, score);
      ranked.push({ heading, score });
    }
    ranked.sort((a, b) => b.score - a.score || a.heading - b.heading);
    return softened(ranked, limit);
  }

  return { add, rank, taught: (code: string) => void lessons[numberOf.get(code)!]!++ };
}

/** A heading this far below the best has no confidence worth naming (1 in 10,000). */
const negligible = 9.2 / knobs.sharpness;
const partMark = "~".charCodeAt(0);

type Ranked = { heading: number; score: number };

function softened(ranked: Ranked[], limit: number): HsGuess[] {
  const best = ranked[0]?.score ?? 0;
  // An unknown heading competes with a fixed score, so that a text with one half-known word is never "sure".
  let total = Math.exp(knobs.sharpness * (0.5 - best));
  for (const { score } of ranked) total += Math.exp(knobs.sharpness * (score - best));
  return ranked
    .slice(0, limit)
    .map(({ heading, score }) => ({ code: headings[heading]!, confidence: Math.exp(knobs.sharpness * (score - best)) / total }));
}

/** Words with weight 1 and their parts with weight 1, each counted. */
function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  for (const term of terms(text)) {
    features.set(term, (features.get(term) ?? 0) + 1);
    const parts = subwords(term);
    for (const part of parts) features.set(part, (features.get(part) ?? 0) + 1 / Math.sqrt(parts.length));
  }
  return features;
}
