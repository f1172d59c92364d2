import { expect, test } from "vitest";
import { barsOf, progressOf, shareOf } from "./runs.ts";

test("given a best plan and the proven limit, when shown, then the share says how good it is at least", () => {
  expect(shareOf({ value: 90, bound: 120 })).toBe(0.75);
  expect(shareOf({ value: 0, bound: 0 })).toBe(1);
  expect(shareOf({ value: 3 })).toBeUndefined();
});

test("given a publication, when it goes on, then the progress counts meetings", () => {
  expect(progressOf({ progress: { stage: "booking", done: 30, total: 40, seconds: 1 } })).toBe(0.75);
  expect(progressOf({ progress: { stage: "solving", value: 1, bound: 2, seconds: 1 } })).toBe(0.5);
  expect(progressOf({ progress: { stage: "collecting", seconds: 1 } })).toBeUndefined();
});

test("given two distributions, when drawn, then they end where the longer one ends, and a long tail is one bar", () => {
  expect(barsOf({ before: [2, 1, 0, 0], after: [0, 0, 3] }).map(({ before, after }) => [before, after])).toEqual([
    [2, 0],
    [1, 0],
    [0, 3],
  ]);
  const long = barsOf({ before: [1], after: Array.from({ length: 41 }, () => 1) });
  expect(long).toHaveLength(17);
  expect(long.at(-1)).toEqual({ meetings: 16, before: 0, after: 25, isOpen: true });
});
