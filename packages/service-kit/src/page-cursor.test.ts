import { expect, test } from "vitest";
import { cursorOf, following, pageFrom, readCursor } from "./page-cursor.ts";

test("INVALID_INPUT: what is not a cursor of ours", () => {
  expect(readCursor(cursorOf("牛仔", "id-1"))).toEqual({ sorted: "牛仔", id: "id-1" });
  for (const text of ["", "x", cursorOf("a", "b").slice(0, -2), Buffer.from('[{"$gt":""},"x"]').toString("base64url")]) {
    expect(() => readCursor(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  }
});

test("a page ends with a cursor only when another one follows", () => {
  const sortedOf = (n: number) => [String(n), `id-${n}`] as const;
  expect(pageFrom([1, 2, 3], 2, (n) => n * 10, sortedOf)).toEqual({ items: [10, 20], nextCursor: cursorOf("2", "id-2") });
  expect(pageFrom([1, 2], 2, (n) => n, sortedOf)).toEqual({ items: [1, 2] });
});

test("continues behind the sorted value, and among equals behind the id", () => {
  expect(following("state.at", undefined, "ascending")).toEqual({});
  expect(following("state.at", cursorOf("t", "i"), "descending")).toEqual({
    $or: [{ "state.at": { $lt: "t" } }, { "state.at": "t", _id: { $lt: "i" } }],
  });
});
