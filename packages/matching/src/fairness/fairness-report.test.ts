import { expect, test } from "vitest";
import { generatedMarket } from "../../bench/generated-market.ts";
import { createMatcher } from "../live/matcher.ts";
import { denseMarket } from "../market/market.ts";
import { solveMarket } from "../market/solve.ts";
import { distribution, fairnessReport, liveReport } from "./fairness-report.ts";

test("Gini is 0 when all have the same and near 1 when one has all", () => {
  expect(distribution([2, 2, 2, 2]).gini).toBeCloseTo(0, 12);
  expect(distribution([...new Array(99).fill(0), 1]).gini).toBeCloseTo(0.99, 12);
  expect(distribution([]).gini).toBe(0);
  expect(distribution([5, 1, ...new Array(18).fill(3)]).worstTenthMean).toBe(2);
});

test("the fairness knob's effect is visible before and after", () => {
  const table = generatedMarket(24, 16, 3);
  const market = denseMarket(table.leftSaysYes, table.rightSaysYes);
  const [before, after] = [0, 0.1].map((fairnessLoss) => {
    const { lists, space } = solveMarket(market, { fairnessLoss });
    return fairnessReport(market, lists, space.attention);
  });
  expect(after!.left.expectedMatches.worstTenthMean).toBeGreaterThan(before!.left.expectedMatches.worstTenthMean);
  expect(after!.expectedMatches).toBeGreaterThanOrEqual(0.9 * before!.expectedMatches - 1e-9);
});

test("live lists: who is shown how often, and who has no good match", () => {
  const matcher = createMatcher({
    profiles: [
      { id: "b", side: "buyer", offers: [], needs: [{ hsCodes: ["6203"] }] },
      { id: "e", side: "exhibitor", offers: [{ hsCodes: ["6203"] }], needs: [] },
      { id: "lonely", side: "exhibitor", offers: [{ hsCodes: ["0902"] }], needs: [] },
    ],
  });
  const report = liveReport(matcher);
  expect(report.exposure).toMatchObject({ total: 2, most: 1, least: 0 });
  expect(report.uncovered).toEqual(["lonely"]);
});
