import fc from "fast-check";
import { expect, test } from "vitest";
import { createClassifier } from "../hs/classifier.ts";
import { officialLexicon } from "../text/lexicon.ts";
import { affinity } from "./text-affinity.ts";

const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
const someText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("denim jeans", "牛仔裤", "tea 绿茶", ""),
);

test("symmetric, bounded, and the parts add up", () => {
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 4 }), fc.array(someText, { maxLength: 4 }), (a, b) => {
      const [forward, back] = [affinity(a, b, knowledge), affinity(b, a, knowledge)];
      expect(forward.score).toBeCloseTo(back.score, 10);
      expect(forward.score).toBeGreaterThanOrEqual(0);
      expect(forward.score).toBeLessThanOrEqual(1);
      expect(forward.parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(forward.score, 9);
    }),
    { numRuns: 100 },
  );
});

test("an offer in Chinese meets a need in English", () => {
  const near = affinity(["男士牛仔裤"], ["men's denim jeans"], knowledge).score;
  const far = affinity(["男士牛仔裤"], ["stainless kitchen sinks"], knowledge).score;
  expect(near).toBeGreaterThan(far + 0.05);
});

test("two bags of texts are enough: what is not handed over is the official nomenclature", () => {
  expect(affinity(["denim jeans"], ["牛仔裤"])).toEqual(affinity(["denim jeans"], ["牛仔裤"], knowledge));
  expect(affinity([], ["jeans"]).score).toBe(0);
});

test("catalogues teach counterparts across languages", () => {
  const catalogue = ["缂丝 kesi tapestry", "缂丝 kesi panel", "绿松石 turquoise bead", "绿松石 turquoise ring"];
  const taught = { lexicon: officialLexicon().learn(catalogue) };
  expect(affinity(["缂丝"], ["kesi"], { lexicon: officialLexicon() }).score).toBe(0);
  expect(affinity(["缂丝"], ["kesi"], taught).score).toBeGreaterThan(0.2);
});
