import type { TextScores } from "./heading-index.ts";
import { headings } from "./nomenclature.ts";

/** A proposed heading (4 digits) and how sure, between 0 and 1; the confidences of one text add up to 1 at most. */
export type HsGuess = { code: string; confidence: number };

const knobs = { prior: 0.02, chapter: 0.2, sharpness: 14 };
/** A heading this far below the best has no confidence worth naming (1 in 10,000). */
const negligible = 9.2 / knobs.sharpness;

const chapterOf = Uint8Array.from(headings, (code) => Number(code.slice(0, 2)));
const chapterBest = new Float64Array(100);
const kept = new Uint16Array(headings.length);
const ranked = new Float64Array(headings.length);

/** What a heading gains by having been taught so often. */
export const priorOf = (lessons: number): number => knobs.prior * Math.log1p(lessons);

/** The headings with the best shares of what a perfect text would score, and how sure each is. */
export function confident(text: TextScores, priors: Float64Array, limit: number): HsGuess[] {
  if (text.perfect === 0) return [];
  const { best, keeps } = rank(text, priors);
  // An unknown heading competes with a fixed score, so that a text with one half-known word is never "sure".
  let total = Math.exp(knobs.sharpness * (0.5 - best));
  const first: number[] = [];
  for (let at = 0; at < keeps; at++) {
    const heading = kept[at]!;
    total += Math.exp(knobs.sharpness * (ranked[heading]! - best));
    if (first.length < limit || !isBefore(first.at(-1)!, heading)) insert(first, heading, limit);
  }
  const confidenceOf = (heading: number) => Math.exp(knobs.sharpness * (ranked[heading]! - best)) / total;
  return first.map((heading) => ({ code: headings[heading]!, confidence: confidenceOf(heading) }));
}

/** Fills `ranked` and `kept`: the headings that were not negligible beside those before them. */
function rank({ scores, reached, count, perfect }: TextScores, priors: Float64Array): { best: number; keeps: number } {
  chapterBest.fill(0);
  for (let at = 0; at < count; at++) {
    const chapter = chapterOf[reached[at]!]!;
    chapterBest[chapter] = Math.max(chapterBest[chapter]!, scores[reached[at]!]!);
  }
  let [best, keeps] = [0, 0];
  for (let at = 0; at < count; at++) {
    const heading = reached[at]!;
    const score = (scores[heading]! + knobs.chapter * chapterBest[chapterOf[heading]!]!) / perfect + priors[heading]!;
    if (score < best - negligible) continue;
    best = Math.max(best, score);
    ranked[heading] = score;
    kept[keeps++] = heading;
  }
  return { best, keeps };
}

const isBefore = (a: number, b: number): boolean => ranked[a]! > ranked[b]! || (ranked[a] === ranked[b] && a < b);

function insert(first: number[], heading: number, limit: number): void {
  let at = first.length;
  while (at > 0 && !isBefore(first[at - 1]!, heading)) at--;
  first.splice(at, 0, heading);
  if (first.length > limit) first.pop();
}
