import { expect, test } from "vitest";
import { afterDeath, patience } from "./patience.ts";

test("given a first death, when asked, then it is restarted soon", () => {
  expect(afterDeath([1_000], 1_000)).toEqual({ kind: "restart", delayMs: patience.firstDelayMs });
});

test("given quick deaths, when one more follows, then the delay doubles", () => {
  expect(afterDeath([1_000, 2_000, 3_000], 3_000)).toEqual({ kind: "restart", delayMs: patience.firstDelayMs * 4 });
});

test("given deaths long ago, when one more follows, then they do not count", () => {
  expect(afterDeath([0, 1, 2, 3, 100_000], 100_000)).toEqual({ kind: "restart", delayMs: patience.firstDelayMs });
});

test("given too many quick deaths, when the last follows, then it is given up", () => {
  expect(afterDeath([1, 2, 3, 4, 5], 5)).toEqual({ kind: "giveUp", deaths: 5 });
});
