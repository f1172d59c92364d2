import { expect, test } from "vitest";
import { createWordMemo } from "./word-memo.ts";

const counting = () => {
  const read: string[] = [];
  return { read, memo: createWordMemo((word) => ({ size: read.push(word) })) };
};

test("a word is read once, whatever it is called", () => {
  const { read, memo } = counting();
  for (const word of ["jeans", "__proto__", "constructor", "jeans", "__proto__", "constructor"]) memo.of(word);
  expect(read).toEqual(["jeans", "__proto__", "constructor"]);
});

test("long words and too many words are not kept", () => {
  const { read, memo } = counting();
  const long = "x".repeat(13);
  expect([memo.of(long).size, memo.of(long).size]).toEqual([1, 2]);
  for (let at = 0; at < 20_001; at++) memo.of(String(at));
  memo.of("0");
  expect(read.filter((word) => word === "0").length).toBe(2);
});
