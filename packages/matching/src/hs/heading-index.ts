import { terms } from "../text/terms.ts";
import { createFeatures } from "./features.ts";
import { addWeight, type Posting } from "./posting.ts";

/**
 * What each heading scores for a text; the first `count` of `reached` score anything at all, in the order in which the text
 * reached them; `perfect` is the score of a heading that has all words of the text. Overwritten by the next text.
 */
export type TextScores = { scores: Float64Array; reached: Uint16Array; count: number; perfect: number };

export type HeadingIndex = {
  add(heading: number, text: string, weight: number): void;
  scoresOf(text: string): TextScores;
};

const knobs = {
  subword: 0.2,
  saturation: 0.5,
  lengthShare: 0.2,
  minimumIdf: 0.3,
  mostMentions: 2,
  // A part found in more headings than this says nothing and costs the most.
  commonPart: 150,
};

/**
 * An inverted index from words and word parts to headings, scored by BM25 with the length of a heading's texts. A text that
 * is added changes the average length and with it what every word is worth everywhere: that is an edition of the index. What
 * a posting adds to its headings is worked out when an edition is first asked for it, side by side with the others.
 */
export function createHeadingIndex(size: number): HeadingIndex {
  const features = createFeatures();
  const lengths = new Float64Array(size);
  const norms = new Float64Array(size);
  const scores = new Float64Array(size);
  const reached = new Uint16Array(size + 1);
  const isReached = new Uint8Array(size);
  let places = new Uint16Array(0);
  let impacts = new Float64Array(0);
  let [weights, placed] = [0, 0];
  let [edition, begun] = [0, -1];
  let totalLength = 0;

  function add(heading: number, text: string, weight: number): void {
    const found = terms(text);
    for (const term of found) {
      const { word, parts } = features.taught(term);
      weights += addWeight(word, heading, weight);
      for (const part of parts) weights += addWeight(part, heading, weight / Math.sqrt(parts.length));
    }
    lengths[heading]! += weight * found.length;
    totalLength += weight * found.length;
    edition++;
  }

  function scoresOf(text: string): TextScores {
    if (begun !== edition) begin();
    scores.fill(0);
    isReached.fill(0);
    const { mentioned, strangers } = features.read(terms(text));
    let [perfect, count] = [0, 0];
    for (const posting of mentioned) {
      if (posting.edition !== edition) place(posting);
      const value = posting.idf * Math.min(posting.mentions, knobs.mostMentions);
      posting.mentions = 0;
      if (!posting.part) perfect += value;
      count = accumulate(posting, posting.part ? value * knobs.subword : value, count);
    }
    for (const mentions of strangers.values()) perfect += idfOf(0) * Math.min(mentions, knobs.mostMentions);
    return { scores, reached, count, perfect };
  }

  const idfOf = (found: number): number => Math.max(knobs.minimumIdf, Math.log(1 + size / (found + 1)));

  function begin(): void {
    const average = totalLength / size;
    for (let heading = 0; heading < size; heading++) {
      norms[heading] = knobs.saturation * (1 - knobs.lengthShare + (knobs.lengthShare * lengths[heading]!) / average);
    }
    if (weights > impacts.length) {
      const room = Math.ceil(weights * 1.1);
      places = new Uint16Array(room);
      impacts = new Float64Array(room);
    }
    placed = 0;
    begun = edition;
  }

  function place(posting: Posting): void {
    const { headings, part } = posting;
    posting.edition = edition;
    posting.idf = idfOf(headings.length);
    posting.start = placed;
    if (!part || headings.length <= knobs.commonPart) {
      for (let at = 0; at < headings.length; at++, placed++) {
        const weight = posting.weights[at]!;
        places[placed] = headings[at]!;
        impacts[placed] = (weight * (1 + knobs.saturation)) / (weight + norms[headings[at]!]!);
      }
    }
    posting.end = placed;
  }

  /** Returns how many headings are reached by now. Without a branch, which would be mispredicted for every third heading. */
  function accumulate({ start, end }: Posting, value: number, before: number): number {
    let count = before;
    for (let at = start; at < end; at++) {
      const heading = places[at]!;
      reached[count] = heading;
      count += 1 - isReached[heading]!;
      isReached[heading] = 1;
      scores[heading]! += value * impacts[at]!;
    }
    return count;
  }

  return { add, scoresOf };
}
