import { expect, test } from "vitest";
import { lineage, normalizeCode } from "./codes.ts";
import { chapterNamesZh, sectionNamesZh } from "./names-zh-chapters.ts";
import { headingNamesZh } from "./names-zh-headings.ts";
import { descriptions, headings, nameOf, sectionOf } from "./nomenclature.ts";
import { tradeWords } from "./trade-words.ts";

test("the nomenclature is complete", () => {
  expect(headings.length).toBe(1229);
  expect([...descriptions.keys()].filter((code) => code.length === 6).length).toBe(5613);
});

test("every section and chapter has a Chinese name, and every named heading exists", () => {
  const chapters = [...descriptions.keys()].filter((code) => code.length === 2);
  expect(chapters.filter((code) => !chapterNamesZh.has(code))).toEqual([]);
  expect(sectionNamesZh.size).toBe(21);
  expect([...headingNamesZh.keys(), ...tradeWords.keys()].filter((code) => !descriptions.has(code))).toEqual([]);
});

test("every heading of the fair's trades has a Chinese name: tea, food, bags, textiles, garments, shoes, stone, ceramics, electronics, toys", () => {
  const trades = headings.filter((code) => /^(09|1[6-9]|2[0-2]|42|5|6|70|85|9[456])/.test(code));
  expect(trades.filter((code) => !headingNamesZh.has(code))).toEqual([]);
});

test("codes are cut to the deepest known ancestor", () => {
  expect(["6203.42.11", "6203", "620399", "62", "0000", "", "x"].map(normalizeCode)).toEqual([
    "620342",
    "6203",
    "6203",
    "62",
    undefined,
    undefined,
    undefined,
  ]);
  expect(lineage("620342")).toEqual(["62", "6203", "620342"]);
  expect(nameOf("620342")?.zh).toContain("牛仔裤");
  expect(sectionOf("6203")?.section).toBe("XI");
});
