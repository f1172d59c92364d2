import fc from "fast-check";
import { expect, test } from "vitest";
import { denseMarket, sparseMarket } from "./market.ts";
import { sortSegment } from "./sort-segment.ts";

test("PROBABILITY_INVALID: a probability is a number from 0 to 1", () => {
  for (const wrong of [Number.NaN, -0.1, 1.1, Number.POSITIVE_INFINITY]) {
    expect(() => denseMarket([[wrong]], [[0.5]])).toThrow("PROBABILITY_INVALID");
  }
});

test("MARKET_INVALID: pairs name known members, once", () => {
  const pairs = { left: 1, right: 1, leftSaysYes: [0.5, 0.5], rightSaysYes: [0.5, 0.5] };
  expect(() => sparseMarket({ ...pairs, pairLeft: [0, 0], pairRight: [0, 0] })).toThrow("MARKET_INVALID");
  expect(() => sparseMarket({ ...pairs, pairLeft: [0, 1], pairRight: [0, 0] })).toThrow("MARKET_INVALID");
  expect(() => sparseMarket({ ...pairs, pairLeft: [0], pairRight: [0] })).toThrow("MARKET_INVALID");
});

test("KNOB_INVALID: one side's weight stays small", () => {
  expect(() => denseMarket([[0.5]], [[0.5]], { leftShare: 0.9 })).toThrow("KNOB_INVALID");
});

test("segments are sorted downwards, ties by edge number", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 0.1, 0.1 + 1e-15, 0.5, 1, 1e-12), { maxLength: 200 }), (keys) => {
      const order = Int32Array.from(keys.keys()).reverse();
      sortSegment(order, 0, keys.length, Float64Array.from(keys));
      expect([...order]).toEqual([...keys.keys()].sort((a, b) => keys[b]! - keys[a]! || a - b));
    }),
  );
});
