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

test("HS_CODE_INVALID: a phrase is taught with a known heading only", () => {
  expect(() => classifier.learn("x", "62")).toThrow("HS_CODE_INVALID");
  expect(() => classifier.learn("x", "0077")).toThrow("HS_CODE_INVALID");
});
