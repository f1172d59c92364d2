import { expect, test } from "vitest";
import { createClassifier } from "./classifier.ts";

const classifier = createClassifier();
const best = (text: string) => classifier.classify(text, 1)[0]?.code;

test("phrases in both languages find their heading", () => {
  expect(["men's denim jeans", "牛仔褲 男", "oolong tea", "陶瓷马桶", "bluetooth headphones"].map(best)).toEqual([
    "6203",
    "6203",
    "0902",
    "6910",
    "8518",
  ]);
});

test("confidences are between 0 and 1 and add up to 1 at most", () => {
  const guesses = classifier.classify("cotton", 2000);
  const total = guesses.reduce((sum, guess) => sum + guess.confidence, 0);
  expect(total).toBeLessThanOrEqual(1 + 1e-9);
  expect(guesses[0]!.confidence).toBeLessThan(0.6);
});

test("nothing known, nothing proposed", () => {
  expect(classifier.classify("")).toEqual([]);
  expect(classifier.classify("🎉🎉")).toEqual([]);
});

test("a learned phrase is known at once, in milliseconds", () => {
  const own = createClassifier();
  expect(own.classify("kesi zitan", 1)[0]?.code).not.toBe("5805");
  own.learn("kesi zitan", "5805");
  expect(own.classify("kesi zitan", 1)[0]?.code).toBe("5805");
});

test("asking between lessons changes nothing of what is learned", () => {
  const lessons = [
    ["kesi zitan panels", "5805"],
    ["denim jeans 牛仔裤", "6203"],
    ["unheard-of merchandise", "9405"],
    ["牛仔裤 kesi", "6204"],
  ] as const;
  const texts = [
    "kesi",
    "unheard merchandise merchandise",
    "men's denim jeans 男士牛仔裤",
    "zitan 缂丝",
    "nonsensicalities nonsensicalities lamp",
  ];
  const [asked, taught] = [createClassifier(), createClassifier()];
  for (const [phrase, code] of lessons) {
    asked.learn(phrase, code);
    for (const text of texts) asked.classify(text);
  }
  for (const [phrase, code] of lessons) taught.learn(phrase, code);
  for (const text of texts) expect(asked.classify(text, 2000)).toEqual(taught.classify(text, 2000));
});

test("fewer guesses are the first of more", () => {
  for (const text of ["cotton", "tea and coffee", "zzzzz"]) {
    expect(classifier.classify(text, 3)).toEqual(classifier.classify(text, 2000).slice(0, 3));
    expect(classifier.classify(text, 0)).toEqual([]);
  }
});

test("words that objects know are words like any others", () => {
  expect(classifier.classify("constructor __proto__ toString jeans", 1)[0]?.code).toBeDefined();
});

test("HS_CODE_INVALID: a phrase is taught with a known heading only", () => {
  expect(() => classifier.learn("x", "62")).toThrow("HS_CODE_INVALID");
  expect(() => classifier.learn("x", "0077")).toThrow("HS_CODE_INVALID");
});
