import { expect, test } from "vitest";
import { joinedWords } from "./joined-words.ts";

test.each([
  [
    ["牛仔", "仔夹", "夹克", "水洗"],
    ["牛仔夹克", "水洗"],
  ],
  [
    ["仔裤", "denim", "力牛", "牛仔", "弹力"],
    ["弹力牛仔裤", "denim"],
  ],
  [["凉鞋", "塑凉", "注塑"], ["注塑凉鞋"]],
  [
    ["jacket", "oz"],
    ["jacket", "oz"],
  ],
  [["哈哈"], ["哈哈"]],
])("%j reads %j", (words, expected) => expect(joinedWords(words)).toEqual(expected));

test("no phrase grows without end, and no pair is used twice", () => {
  const pairs = Array.from({ length: 20 }, (_, at) => String.fromCodePoint(0x4e00 + at, 0x4e01 + at));
  const phrases = joinedWords(pairs);
  expect(phrases.every((phrase) => phrase.length <= 8)).toBe(true);
  expect(phrases.reduce((sum, phrase) => sum + phrase.length - 1, 0)).toBe(pairs.length);
});
