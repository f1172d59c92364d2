import { expect, test } from "vitest";
import { sizeFor, widthOf } from "./fit.ts";

const room = { width: 40, lines: 2, largest: 4, smallest: 1.7 };

test("given a short name, when it is fitted, then it has the largest size", () => {
  expect(sizeFor("蓝海牛仔", room)).toBe(4);
  expect(sizeFor("", room)).toBe(4);
});

test("given longer and longer names, when they are fitted, then they shrink, but never under what can be read", () => {
  const sizes = [10, 20, 40, 80, 200].map((length) => sizeFor("贸".repeat(length), room));
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  expect(sizes.at(-1)).toBe(1.7);
});

test("given a name that fits, when it is set in its size, then it takes no more than its lines", () => {
  const name = "石狮市蓝海牛仔服装织造进出口贸易有限公司";
  expect(widthOf(name) * sizeFor(name, room)).toBeLessThanOrEqual(room.width * room.lines);
});

test("given Chinese and Latin letters, when they are measured, then a Chinese one is about twice as wide", () => {
  expect(widthOf("石狮")).toBe(2);
  expect(widthOf("shishi")).toBeCloseTo(3.24);
  expect(widthOf("😀")).toBe(1);
});
