import { affinity } from "../../src/affinity/text-affinity.ts";
import { createClassifier } from "../../src/hs/classifier.ts";
import { stableRandom } from "../../src/market/stable-random.ts";
import { officialLexicon } from "../../src/text/lexicon.ts";
import { bm25, headingDocuments, type TextScorer, tfIdf } from "../baselines/plain-text.ts";
import { type LabelledPhrase, labelledPhrases } from "../labelled-phrases.ts";
import { heading, line } from "../report.ts";

const labelled = 200;
const splits = 5;
const resamples = 1000;

export function textQualityRow(): void {
  heading(
    9,
    "HS headings from the official text plus 200 labelled phrases; affinity of text pairs",
    "above TF-IDF and BM25 in the same run, with intervals",
  );
  const english = labelledPhrases.filter(({ text }) => !/\p{Script=Han}/u.test(text));
  line(
    `phrases written for this bench: ${labelledPhrases.length}, English only: ${english.length}`,
    "top-1 share, 95 % interval",
  );
  classification("official text only, English phrases", english, 0);
  classification(
    `official text + ${labelled} labelled, English phrases`,
    english,
    Math.min(labelled, Math.floor(english.length * 0.7)),
  );
  classification(`official text + ${labelled} labelled, both languages`, labelledPhrases, labelled);
  pairs("English pairs", english, () => true);
  pairs("both languages", labelledPhrases, () => true);
  pairs(
    "Chinese with English only",
    labelledPhrases,
    (a, b) => /\p{Script=Han}/u.test(a.text) !== /\p{Script=Han}/u.test(b.text),
  );
}

type Outcome = Record<string, number[]>;

/** Ours without and with the shipped Chinese names and everyday words; the baselines get the same labelled phrases as text. */
function classification(name: string, phrases: readonly LabelledPhrase[], taught: number): void {
  const outcome: Outcome = {};
  const note = (method: string, hit: boolean) => {
    outcome[method] ??= [];
    outcome[method].push(hit ? 1 : 0);
  };
  for (let split = 0; split < (taught === 0 ? 1 : splits); split++) {
    const order = shuffled(phrases, split);
    const [train, test] = [order.slice(0, taught), order.slice(taught)];
    const official = headingDocuments();
    for (const { code, text } of train) official.set(code, `${official.get(code)} ${text}`);
    const codes = [...official.keys()];
    const [plain, okapi] = [tfIdf([...official.values()]), bm25([...official.values()])];
    const [bare, full] = [createClassifier({ shippedWords: false }), createClassifier()];
    for (const { code, text } of train) for (const classifier of [bare, full]) classifier.learn(text, code);
    for (const { code, text } of test) {
      note("TF-IDF", codes[best(plain, text)] === code);
      note("BM25", codes[best(okapi, text)] === code);
      note("ours, without shipped words", bare.classify(text, 1)[0]?.code === code);
      note("ours", full.classify(text, 1)[0]?.code === code);
    }
  }
  console.log(`  ${name}`);
  for (const [method, hits] of Object.entries(outcome)) line(`    ${method}`, `${interval(hits, mean)} of ${hits.length}`);
}

function best(scorer: TextScorer, text: string): number {
  const scores = scorer(text);
  return scores.reduce((top, score, at) => (score > scores[top]! ? at : top), 0);
}

/** Chance that a pair of one heading scores above a pair of two: the area under the curve; ties count half. */
function pairs(
  name: string,
  phrases: readonly LabelledPhrase[],
  wanted: (a: LabelledPhrase, b: LabelledPhrase) => boolean,
): void {
  const random = stableRandom(3);
  const all = phrases.flatMap((a, at) => phrases.slice(at + 1).map((b) => [a, b] as const)).filter(([a, b]) => wanted(a, b));
  const same = all.filter(([a, b]) => a.code === b.code);
  const different = all.filter(([a, b]) => a.code !== b.code && random() < (3 * same.length) / all.length);
  const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
  const methods: Record<string, (a: string, b: string) => number> = {
    "TF-IDF": baseline(tfIdf, phrases),
    BM25: baseline(bm25, phrases),
    "ours, words only": (a, b) => affinity([a], [b], { lexicon: knowledge.lexicon }).score,
    ours: (a, b) => affinity([a], [b], knowledge).score,
  };
  console.log(`  affinity, ${name}: ${same.length} pairs of one heading, ${different.length} of two; area under the curve`);
  for (const [method, score] of Object.entries(methods)) {
    const negative = different.map(([a, b]) => score(a.text, b.text));
    const wins = same.map(([a, b]) => above(score(a.text, b.text), negative));
    line(`    ${method}`, interval(wins, mean));
  }
}

function baseline(
  create: (documents: readonly string[]) => TextScorer,
  phrases: readonly LabelledPhrase[],
): (a: string, b: string) => number {
  const texts = phrases.map(({ text }) => text);
  const scorer = create(texts);
  const numberOf = new Map(texts.map((text, at) => [text, at]));
  const scores = new Map<string, number[]>();
  return (a, b) => {
    const known = scores.get(a) ?? scorer(a);
    scores.set(a, known);
    return known[numberOf.get(b)!]!;
  };
}

const above = (value: number, others: readonly number[]): number =>
  others.reduce((sum, other) => sum + (value > other ? 1 : value === other ? 0.5 : 0), 0) / others.length;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A bootstrap interval over the test items. */
function interval(values: readonly number[], statistic: (values: readonly number[]) => number): string {
  const random = stableRandom(9);
  const drawn = Array.from({ length: resamples }, () =>
    statistic(values.map(() => values[Math.floor(random() * values.length)]!)),
  ).sort((a, b) => a - b);
  return `${statistic(values).toFixed(3)} (${drawn[Math.floor(0.025 * resamples)]!.toFixed(3)} to ${drawn[Math.floor(0.975 * resamples)]!.toFixed(3)})`;
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = stableRandom(seed + 1);
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
