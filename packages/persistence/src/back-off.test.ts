import { expect, test } from "vitest";
import { jittered } from "./back-off.ts";

test("the ceiling doubles from the first value to the longest, and jitter fills what is below", () => {
  const ceilings = [1, 2, 3, 4, 100].map((retry) => jittered(retry, 10, 50, () => 1));
  expect(ceilings).toEqual([10, 20, 40, 50, 50]);
  expect(jittered(3, 10, 50, () => 0.25)).toBe(10);
  expect(jittered(3, 10, 50, () => 0)).toBe(0);
});
