import { expect, test } from "vitest";
import { fold, isPlain, textLimit } from "./fold.ts";
import { stem } from "./stem.ts";
import { terms } from "./terms.ts";

test("width, case, accents and traditional characters fold to one writing", () => {
  expect(fold("ＤＥＮＩＭ Café 牛仔褲")).toBe("denim cafe 牛仔裤");
  expect(fold("針織毛衣與襯衫")).toBe("针织毛衣与衬衫");
});

test("a plain character has no other form, so that a text of them is folded without normalizing", () => {
  const plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isPlain);
  expect(plain.length).toBeGreaterThan(0x9fff - 0x4e00);
  expect(
    plain.filter((character) => character.normalize("NFKC") !== character || character.normalize("NFD") !== character),
  ).toEqual([]);
});

test("a text reads the same whether or not another script stands beside it", () => {
  const plain = "Men's  DENIM jeans, o’clock’s 2x4 男士牛仔褲、襯衫 棉 knitted-shirts\tT-shirt";
  expect(terms(`${plain} сукно`)).toEqual([...terms(plain), "сукно"]);
});

test("words whose places in memory are one are told apart", () => {
  const words = Array.from({ length: 50_000 }, (_, at) => `w${at}`);
  for (const some of [words, words.toReversed()]) expect(some.filter((word) => terms(word)[0] !== word)).toEqual([]);
});

test("English words lose plural and participle, Chinese runs become bigrams", () => {
  expect(terms("Men's knitted trousers, 牛仔裤")).toEqual(["man", "knit", "trouser", "牛仔", "仔裤"]);
  expect(["constructor", "toString", "__proto__"].map(stem)).toEqual(["constructor", "toString", "__proto__"]);
  expect(["knives", "batteries", "boxes", "dresses", "glass"].map(stem)).toEqual(["knife", "battery", "box", "dress", "glass"]);
});

test("empty, emoji, lone surrogates and stop words give no terms", () => {
  expect(terms("")).toEqual([]);
  expect(terms("🎉👗 \uD83D the and of")).toEqual([]);
});

test("a text of 100,000 characters is read up to the limit", () => {
  expect(terms("denim ".repeat(100_000)).length).toBeLessThanOrEqual(textLimit / 6 + 1);
});
