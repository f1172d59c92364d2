import { type Classifier, createClassifier } from "../hs/classifier.ts";
import { type Lexicon, officialLexicon } from "../text/lexicon.ts";
import { subwords } from "../text/subwords.ts";
import { terms } from "../text/terms.ts";

/** One thing two bags of texts share, and how much of the score it gives. */
export type TextPart = { kind: "word" | "heading"; value: string; points: number };

/** Symmetric, between 0 and 1; the points of all parts add up to the score. */
export type TextAffinity = { score: number; parts: TextPart[] };

/** How rare words are, and which headings they mean; without a classifier only words count. */
export type TextKnowledge = { lexicon: Lexicon; classifier?: Classifier };

/** What is known before any text was learned: the official nomenclature with the shipped words. */
const officialKnowledge = (): TextKnowledge => (official ??= { lexicon: officialLexicon(), classifier: createClassifier() });
let official: TextKnowledge | undefined;

const knobs = { words: 0.8, headings: 0.2, subword: 0.25, counterpart: 0.5, guesses: 3 };

/**
 * Affinity of any two bags of texts, English or Chinese: the cosine of word vectors (logarithmic frequency, rarity from the
 * lexicon, word parts for spelling, counterparts for the other language), and the agreement of their proposed HS headings.
 * For a corpus of its own, hand it `{ lexicon: officialLexicon().learn(texts) }`: rarity decides what a shared word is worth.
 */
export function affinity(
  textsA: readonly string[],
  textsB: readonly string[],
  knowledge: TextKnowledge = officialKnowledge(),
): TextAffinity {
  const parts: TextPart[] = [];
  const [a, b] = [wordVector(textsA, knowledge.lexicon), wordVector(textsB, knowledge.lexicon)];
  addShared(a, b, knowledge.classifier ? knobs.words : 1, "word", parts);
  if (knowledge.classifier) {
    const [ha, hb] = [headingVector(textsA, knowledge.classifier), headingVector(textsB, knowledge.classifier)];
    addShared(ha, hb, knobs.headings, "heading", parts);
  }
  parts.sort((p, q) => q.points - p.points || (p.value < q.value ? -1 : 1));
  return {
    score: Math.min(
      1,
      parts.reduce((sum, part) => sum + part.points, 0),
    ),
    parts,
  };
}

function addShared(
  a: Map<string, number>,
  b: Map<string, number>,
  share: number,
  kind: TextPart["kind"],
  parts: TextPart[],
): void {
  for (const [value, weight] of a) {
    const other = b.get(value);
    if (other !== undefined) parts.push({ kind, value, points: share * weight * other });
  }
}

function wordVector(texts: readonly string[], lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const vector = new Map<string, number>();
  for (const [term, count] of counts) {
    const { rarity, counterparts } = lexicon.meaningOf(term);
    const weight = (1 + Math.log(count)) * rarity;
    raise(vector, term, weight);
    const pieces = subwords(term);
    for (const piece of pieces) raise(vector, piece, (weight * knobs.subword) / Math.sqrt(pieces.length));
    for (const { term: other, strength } of counterparts) raise(vector, other, weight * knobs.counterpart * strength);
  }
  return unit(vector);
}

const raise = (vector: Map<string, number>, key: string, weight: number): void => {
  vector.set(key, Math.max(vector.get(key) ?? 0, weight));
};

/** Not scaled to length one: headings that are only guessed count only as far as they are sure. */
function headingVector(texts: readonly string[], classifier: Classifier): Map<string, number> {
  const vector = new Map<string, number>();
  for (const { code, confidence } of classifier.classify(texts.join("\n"), knobs.guesses)) vector.set(code, confidence);
  return vector;
}

function unit(vector: Map<string, number>): Map<string, number> {
  const length = lengthOf(vector);
  for (const [key, weight] of vector) vector.set(key, weight / length);
  return vector;
}

/** Length of a vector to divide it by: 1 when there is nothing to divide. */
export function lengthOf(vector: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return squares === 0 ? 1 : Math.sqrt(squares);
}
