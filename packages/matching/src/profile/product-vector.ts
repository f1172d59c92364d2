import { lengthOf } from "../affinity/text-affinity.ts";
import type { Classifier } from "../hs/classifier.ts";
import { lineage, normalizeCode } from "../hs/codes.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { terms } from "../text/terms.ts";
import type { Item } from "./profile.ts";

/** What items are about: HS codes ("#6203") and terms, with weights; the vector of one item has length one. */
export type ProductVector = Map<string, number>;

export type Knowledge = { lexicon: Lexicon; classifier: Classifier };

const codeWeight: Readonly<Record<number, number>> = { 2: 0.35, 4: 0.7, 6: 0.6 };
const share = { codes: 0.55, words: 0.45, counterpart: 0.5 };
const guessing = { guesses: 2, leastConfidence: 0.2 };
const longestVector = 40;

/**
 * The largest weight of each feature over the items, so that meeting one need fully is worth the same however many others
 * there are. Cut to the strongest features; ties by name, so that the order of items does not matter.
 */
export function productVector(items: readonly Item[], knowledge: Knowledge): ProductVector {
  const vector: ProductVector = new Map();
  for (const item of items) addItem(vector, item, knowledge);
  if (vector.size <= longestVector) return vector;
  const strongest = [...vector].sort(([f, a], [g, b]) => b - a || (f < g ? -1 : 1));
  return new Map(strongest.slice(0, longestVector));
}

function addItem(vector: ProductVector, item: Item, { lexicon, classifier }: Knowledge): void {
  const words = wordWeights(item, lexicon);
  const { weights: codes, sureness } = codeWeights(item, classifier);
  addScaled(vector, codes, sureness, words.size > 0 ? share.codes : 1);
  addScaled(vector, words, 1, codes.size > 0 ? share.words : 1);
}

/** Adds weights scaled to length one, then to what they are sure of and to their share of the square. */
function addScaled(vector: ProductVector, weights: ProductVector, sureness: number, part: number): void {
  const length = lengthOf(weights);
  const scale = Math.sqrt(part);
  for (const [feature, weight] of weights) raise(vector, feature, (weight / length) * sureness * scale);
}

const raise = (vector: ProductVector, feature: string, weight: number): void => {
  vector.set(feature, Math.max(weight, vector.get(feature) ?? 0));
};

/** A guess is worth what it is sure of: its vector stays shorter than one of given codes. */
function codeWeights(item: Item, classifier: Classifier): { weights: ProductVector; sureness: number } {
  const weights: ProductVector = new Map();
  for (const written of item.hsCodes ?? []) addCode(weights, normalizeCode(written), 1);
  if (weights.size > 0) return { weights, sureness: 1 };
  const guesses = classifier
    .classify(item.text ?? "", guessing.guesses)
    .filter(({ confidence }) => confidence >= guessing.leastConfidence);
  for (const { code, confidence } of guesses) addCode(weights, code, confidence);
  return { weights, sureness: guesses[0]?.confidence ?? 0 };
}

function addCode(weights: ProductVector, code: string | undefined, confidence: number): void {
  if (code === undefined) return;
  for (const { feature, weight } of featuresOf(code)) raise(weights, feature, weight * confidence);
}

/** A code and its ancestors as features. Remembered by code, of which there are as many as the nomenclature has. */
function featuresOf(code: string): readonly CodeFeature[] {
  const known = codeFeatures.get(code);
  if (known !== undefined) return known;
  const features = lineage(code).map((ancestor) => ({ feature: `#${ancestor}`, weight: codeWeight[ancestor.length]! }));
  codeFeatures.set(code, features);
  return features;
}

type CodeFeature = { feature: string; weight: number };
const codeFeatures = new Map<string, readonly CodeFeature[]>();

function wordWeights(item: Item, lexicon: Lexicon): ProductVector {
  const counts = new Map<string, number>();
  for (const term of terms(item.text ?? "")) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights: ProductVector = new Map();
  for (const [term, count] of counts) {
    const { rarity, counterparts } = lexicon.meaningOf(term);
    const weight = (1 + Math.log(count)) * rarity;
    raise(weights, term, weight);
    for (const other of counterparts) raise(weights, other.term, weight * share.counterpart * other.strength);
  }
  return weights;
}
