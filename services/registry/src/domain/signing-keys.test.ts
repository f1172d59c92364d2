import { expect, test } from "vitest";
import { later, now } from "../../test/builders.ts";
import { keyInUse, keysToPublish, rotationDue } from "./signing-keys.ts";

const first = { generation: 1, createdAt: now };
const second = { generation: 2, createdAt: later(86_400) };
const generations = (keys: readonly { generation: number }[]) => keys.map(({ generation }) => generation);
const at = (minutesAfterSecond: number) => later(86_400 + 60 * minutesAfterSecond);

test("the very first key signs at once", () => {
  expect(keyInUse([first], now)).toBe(first);
  expect(keyInUse([], now)).toBeUndefined();
});

test("a new key is published at once, and signs when everybody has had time to see it", () => {
  expect(keyInUse([first, second], at(9))).toBe(first);
  expect(generations(keysToPublish([first, second], at(0)))).toEqual([2, 1]);
  expect(keyInUse([first, second], at(10))).toBe(second);
});

test("the old key verifies until its last tokens are long gone", () => {
  expect(generations(keysToPublish([first, second], at(69)))).toEqual([2, 1]);
  expect(generations(keysToPublish([first, second], at(70)))).toEqual([2]);
});

test("rotation is due at the very first start and after the given days", () => {
  expect(rotationDue([], 30, now)).toBe(true);
  expect(rotationDue([first], 30, later(86_400 * 30 - 1))).toBe(false);
  expect(rotationDue([first], 30, later(86_400 * 30))).toBe(true);
});
