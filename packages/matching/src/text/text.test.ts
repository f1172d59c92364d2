import { expect, test } from "vitest";
import { fold, textLimit } from "./fold.ts";
import { stem } from "./stem.ts";
import { terms } from "./terms.ts";

test("width, case, accents and traditional characters fold to one writing", () => {
  expect(fold("ＤＥＮＩＭ Café 牛仔褲")).toBe("denim cafe 牛仔裤");
  expect(fold("針織毛衣與襯衫")).toBe("针织毛衣与衬衫");
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
