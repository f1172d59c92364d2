import { unit } from "../affinity/text-affinity.ts";
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
  for (const item of items) {
    for (const [feature, weight] of itemVector(item, knowledge)) vector.set(feature, Math.max(weight, vector.get(feature) ?? 0));
  }
  if (vector.size <= longestVector) return vector;
  const strongest = [...vector].sort(([f, a], [g, b]) => b - a || (f < g ? -1 : 1));
  return new Map(strongest.slice(0, longestVector));
}

function itemVector(item: Item, knowledge: Knowledge): ProductVector {
  const words = wordVector(item, knowledge.lexicon);
  const codes = codeVector(item, knowledge.classifier);
  const vector: ProductVector = new Map();
  for (const [feature, weight] of codes) vector.set(feature, weight * Math.sqrt(words.size > 0 ? share.codes : 1));
  for (const [feature, weight] of words) vector.set(feature, weight * Math.sqrt(codes.size > 0 ? share.words : 1));
  return vector;
}

function codeVector(item: Item, classifier: Classifier): ProductVector {
  const given = (item.hsCodes ?? []).map(normalizeCode).filter((code) => code !== undefined);
  if (given.length > 0) return unit(weighed(given, () => 1));
  const guesses = classifier
    .classify(item.text ?? "", guessing.guesses)
    .filter(({ confidence }) => confidence >= guessing.leastConfidence);
  const sure = new Map(guesses.map(({ code, confidence }) => [code, confidence]));
  const vector = unit(weighed([...sure.keys()], (code) => sure.get(code)!));
  // A guess is worth what it is sure of: the vector stays shorter than one of given codes.
  for (const [feature, weight] of vector) vector.set(feature, weight * (guesses[0]?.confidence ?? 0));
  return vector;
}

function weighed(codes: readonly string[], confidence: (code: string) => number): ProductVector {
  const vector: ProductVector = new Map();
  for (const code of codes) {
    for (const ancestor of lineage(code)) {
      const feature = `#${ancestor}`;
      vector.set(feature, Math.max(codeWeight[ancestor.length]! * confidence(code), vector.get(feature) ?? 0));
    }
  }
  return vector;
}

function wordVector(item: Item, lexicon: Lexicon): ProductVector {
  const counts = new Map<string, number>();
  for (const term of terms(item.text ?? "")) counts.set(term, (counts.get(term) ?? 0) + 1);
  const vector: ProductVector = new Map();
  const raise = (term: string, weight: number) => vector.set(term, Math.max(weight, vector.get(term) ?? 0));
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * lexicon.rarity(term);
    raise(term, weight);
    for (const other of lexicon.counterparts(term)) raise(other.term, weight * share.counterpart * other.strength);
  }
  return unit(vector);
}
