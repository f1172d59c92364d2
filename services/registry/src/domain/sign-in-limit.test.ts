import { expect, test } from "vitest";
import { later, now } from "../../test/builders.ts";
import { accountLimit, addressLimit, waitSeconds } from "./sign-in-limit.ts";

const after = (count: number, limit = accountLimit, seconds = 0) => waitSeconds({ count, lastAt: now }, limit, later(seconds));

test("a few wrong passwords cost nothing, then the wait doubles up to a minute", () => {
  expect(waitSeconds(undefined, accountLimit, now)).toBe(0);
  expect([0, 4, 5, 6, 7, 10, 11, 40].map((count) => after(count))).toEqual([0, 0, 1, 2, 4, 32, 60, 60]);
});

test("the wait runs from the last attempt, and is over when it is over", () => {
  expect(after(8, accountLimit, 5)).toBe(3);
  expect(after(8, accountLimit, 8)).toBe(0);
});

test("a hall behind one address may mistype a hundred times", () => {
  expect(after(99, addressLimit)).toBe(0);
  expect(after(120, addressLimit)).toBe(900);
});

test("after a quarter of an hour without an attempt nothing is held against anybody", () => {
  expect(after(1_000, accountLimit, 900)).toBe(0);
});
