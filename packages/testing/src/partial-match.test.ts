import { expect, test } from "vitest";
import { matches } from "./partial-match.ts";

const whole = { a: 1, nested: { b: "x", c: null }, list: [1, { d: 2, e: 3 }] };

test.each([{}, { a: 1 }, { nested: { b: "x" } }, { nested: { c: null } }, { list: [1, { d: 2 }] }, { absent: undefined }])(
  "%j is part of it",
  (part) => expect(matches(whole, part)).toBe(true),
);

test.each([
  { a: 2 },
  { a: "1" },
  { nested: { c: "x" } },
  { list: [1] },
  { list: {} },
  { nested: [] },
  { absent: null },
  { a: { b: 1 } },
])("%j is not", (part) => expect(matches(whole, part)).toBe(false));
