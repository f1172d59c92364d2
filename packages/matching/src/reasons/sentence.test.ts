import { expect, test } from "vitest";
import { createClassifier } from "../hs/classifier.ts";
import { createMatcher } from "../live/matcher.ts";
import { officialLexicon } from "../text/lexicon.ts";
import { adviceSentence, obstacleSentence, reasonSentence } from "./sentence.ts";

const knowledge = { lexicon: officialLexicon(), classifier: createClassifier() };
const matcher = createMatcher(
  {
    profiles: [
      {
        id: "b",
        side: "buyer",
        offers: [],
        needs: [{ text: "denim jeans", hsCodes: ["620342"], certificates: ["GOTS"] }],
        countries: ["BR"],
        languages: ["en"],
      },
      {
        id: "e",
        side: "exhibitor",
        offers: [{ text: "男士牛仔裤 denim", hsCodes: ["6203"], markets: ["BR"], certificates: ["BSCI"] }],
        needs: [],
        languages: ["en", "zh"],
      },
      { id: "tea", side: "exhibitor", offers: [{ text: "oolong tea" }], needs: [] },
    ],
  },
  { knowledge },
);

test("the points of the reasons add up to the fits", () => {
  const { reasons, ownFit, otherFit } = matcher.explain("b", "e");
  const sum = (of: "own" | "other") =>
    reasons.filter((reason) => reason.of === of).reduce((total, { points }) => total + points, 0);
  expect(sum("own")).toBeCloseTo(ownFit, 10);
  expect(sum("other")).toBeCloseTo(otherFit, 10);
  expect(ownFit).toBeGreaterThan(0.5);
});

test("every reason, obstacle and advice has a sentence in both languages", () => {
  const { reasons, advice } = matcher.explain("b", "e");
  expect(reasons.map((reason) => reasonSentence(reason, "en"))).toContain("Ships to BR");
  expect(reasons.map((reason) => reasonSentence(reason, "zh"))).toContain("对方可供货至：BR");
  expect(reasons.map((reason) => reasonSentence(reason, "en"))[0]).toMatch(/^HS 6203 Suits.*you seek, they offer$/);
  expect(advice.map((item) => adviceSentence(item, "en"))).toContain("They lack certificates: GOTS");
  expect(advice.map((item) => adviceSentence(item, "zh"))).toContain("对方缺少认证：GOTS");
  const [obstacle] = matcher.explain("b", "tea").obstacles;
  expect(obstacle).toEqual({ code: "TOO_LITTLE_SHARED" });
  expect(obstacleSentence(obstacle!, "zh")).toBe("供需匹配度不足");
});

test("a pair explains the same score from both ends", () => {
  expect(matcher.explain("b", "e").score).toBe(matcher.explain("e", "b").score);
});
