import { expect, test } from "vitest";
import { cursorAt } from "./cursor.ts";
import { knownCursor, seenCursor } from "./known-cursor.ts";

const refused = expect.objectContaining({ code: "CURSOR_UNKNOWN" });

test("CURSOR_UNKNOWN: a cursor of a later epoch, or of somebody else, marks no place; an earlier epoch's does", () => {
  expect(knownCursor(cursorAt(1, "5"), 2)).toBe(cursorAt(1, "5"));
  for (const cursor of [cursorAt(3, "5"), "anything"]) expect(() => knownCursor(cursor, 2)).toThrow(refused);
});

test("CURSOR_UNKNOWN: nobody has seen what was never sent", () => {
  expect(seenCursor(cursorAt(1, "5"), cursorAt(1, "5"))).toBe(cursorAt(1, "5"));
  expect(() => seenCursor(cursorAt(1, "6"), cursorAt(1, "5"))).toThrow(refused);
  expect(() => seenCursor(cursorAt(1, "0"), undefined)).toThrow(refused);
});
