import { subwords } from "../text/subwords.ts";
import { terms } from "../text/terms.ts";
import { createWordMemo } from "../text/word-memo.ts";

/**
 * What each heading scores for a text; the first `count` of `reached` score anything at all, in the order in which the text
 * reached them; `perfect` is the score of a heading that has all words of the text. Overwritten by the next text.
 */
export type TextScores = { scores: Float64Array; reached: Uint16Array; count: number; perfect: number };

export type HeadingIndex = {
  add(heading: number, text: string, weight: number): void;
  scoresOf(text: string): TextScores;
};

/** Where a word or a word part is found, and with which weight; `impacts` is what it adds there for one unit of value. */
type Posting = {
  headings: number[];
  weights: number[];
  impacts: Float64Array;
  idf: number;
  /** The edition of the index that the impacts and the idf are of. */
  edition: number;
  /** How often the text at hand has it; 0 between texts. */
  mentions: number;
  part: boolean;
};

/** What the index knows of a term: its own posting, those of its parts that say something, and what each part counts. */
type KnownTerm = { word: Posting | undefined; parts: Posting[]; share: number };

const knobs = {
  subword: 0.2,
  saturation: 0.5,
  lengthShare: 0.2,
  minimumIdf: 0.3,
  mostMentions: 2,
  // A part found in more headings than this says nothing and costs the most.
  commonPart: 150,
};

/** An inverted index from words and word parts to headings, scored by BM25 with the length of a heading's texts. */
export function createHeadingIndex(size: number): HeadingIndex {
  const postings = new Map<string, Posting>();
  const lengths = new Float64Array(size);
  const norms = new Float64Array(size);
  const scores = new Float64Array(size);
  const reached = new Uint16Array(size + 1);
  const isReached = new Uint8Array(size);
  const known = createWordMemo(knownTerm);
  // A text that is added changes the average length, and with it all norms: what depends on them is made when it is asked for.
  let edition = 0;
  let normsEdition = -1;
  let totalLength = 0;

  function knownTerm(term: string): KnownTerm {
    const parts = subwords(term);
    const found = parts.map((part) => postings.get(part)).filter((posting) => posting !== undefined);
    return {
      word: postings.get(term),
      parts: found.filter((posting) => posting.headings.length <= knobs.commonPart),
      share: 1 / Math.sqrt(parts.length),
    };
  }

  function add(heading: number, text: string, weight: number): void {
    const found = terms(text);
    for (const term of found) {
      addTo(postingOf(term, false), heading, weight);
      const parts = subwords(term);
      for (const part of parts) addTo(postingOf(part, true), heading, weight / Math.sqrt(parts.length));
    }
    lengths[heading]! += weight * found.length;
    totalLength += weight * found.length;
    edition++;
    known.forget();
  }

  function postingOf(feature: string, part: boolean): Posting {
    const before = postings.get(feature);
    if (before !== undefined) return before;
    const posting = { headings: [], weights: [], impacts: none, idf: 0, edition: -1, mentions: 0, part };
    postings.set(feature, posting);
    return posting;
  }

  function scoresOf(text: string): TextScores {
    refreshNorms();
    scores.fill(0);
    isReached.fill(0);
    const { mentioned, strangers } = read(text);
    let [perfect, count] = [0, 0];
    for (const posting of mentioned) {
      if (posting.edition !== edition) refresh(posting);
      const value = posting.idf * Math.min(posting.mentions, knobs.mostMentions);
      posting.mentions = 0;
      if (!posting.part) perfect += value;
      count = accumulate(posting, posting.part ? value * knobs.subword : value, count);
    }
    for (const mentions of strangers.values()) perfect += idfOf(0) * Math.min(mentions, knobs.mostMentions);
    return { scores, reached, count, perfect };
  }

  /** What a text mentions, in its order, and the words that no heading has. */
  function read(text: string): { mentioned: Posting[]; strangers: Map<string, number> } {
    const strangers = new Map<string, number>();
    const mentioned: Posting[] = [];
    for (const term of terms(text)) {
      const { word, parts, share } = known.of(term);
      if (word === undefined) strangers.set(term, (strangers.get(term) ?? 0) + 1);
      else mention(word, 1, mentioned);
      for (const part of parts) mention(part, share, mentioned);
    }
    return { mentioned, strangers };
  }

  const idfOf = (found: number): number => Math.max(knobs.minimumIdf, Math.log(1 + size / (found + 1)));

  function refreshNorms(): void {
    if (normsEdition === edition) return;
    const average = totalLength / size;
    for (let heading = 0; heading < size; heading++) {
      norms[heading] = knobs.saturation * (1 - knobs.lengthShare + (knobs.lengthShare * lengths[heading]!) / average);
    }
    normsEdition = edition;
  }

  /** Returns how many headings are reached by now. Without a branch, which would be mispredicted for every third heading. */
  function accumulate({ headings, impacts }: Posting, value: number, before: number): number {
    let count = before;
    for (let at = 0; at < headings.length; at++) {
      const heading = headings[at]!;
      reached[count] = heading;
      count += 1 - isReached[heading]!;
      isReached[heading] = 1;
      scores[heading]! += value * impacts[at]!;
    }
    return count;
  }

  function refresh(posting: Posting): void {
    const { headings, weights } = posting;
    if (posting.impacts.length !== headings.length) posting.impacts = new Float64Array(headings.length);
    for (let at = 0; at < headings.length; at++) {
      const weight = weights[at]!;
      posting.impacts[at] = (weight * (1 + knobs.saturation)) / (weight + norms[headings[at]!]!);
    }
    posting.idf = idfOf(headings.length);
    posting.edition = edition;
  }

  return { add, scoresOf };
}

const none = new Float64Array(0);

function mention(posting: Posting, count: number, mentioned: Posting[]): void {
  if (posting.mentions === 0) mentioned.push(posting);
  posting.mentions += count;
}

function addTo(posting: Posting, heading: number, weight: number): void {
  const at = posting.headings.lastIndexOf(heading);
  if (at >= 0) posting.weights[at]! += weight;
  else {
    posting.headings.push(heading);
    posting.weights.push(weight);
  }
}
