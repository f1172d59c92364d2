import fc from "fast-check";
import { expect, test } from "vitest";
import { searchTermsOf, typedTermsOf } from "./search-terms.ts";

const finds = (typed: string, ...texts: string[]) => {
  const terms = searchTermsOf(texts);
  return typedTermsOf(typed).every((part) => terms.some((term) => term.startsWith(part)));
};

test.each([
  ["lan", "Lanhai Denim Works"],
  ["denim lan", "Lanhai Denim Works"],
  ["cafe", "Café São Paulo"],
  ["sao", "Café São Paulo"],
  ["ＬＡＮＨＡＩ", "Lanhai"],
  ["蓝海", "蓝海牛仔（示例）"],
  ["牛仔", "蓝海牛仔（示例）"],
  ["2026", "石狮2026春季"],
  ["石狮2026", "石狮2026春季"],
  ["3d", "3D printing"],
  ["москва", "Москва Текстиль"],
])("%j finds %j", (typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

test.each([
  ["works denim x", "Lanhai Denim Works"],
  ["anhai", "Lanhai Denim Works"],
  ["海蓝", "蓝海牛仔"],
])("%j does not find %j", (typed, name) => {
  expect(finds(typed, name)).toBe(false);
});

test("whatever is typed, the terms hold letters and digits only, so that they are safe inside a pattern", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
      const terms = [...typedTermsOf(typed), ...searchTermsOf([typed])];
      for (const term of terms) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      expect(terms.length).toBeLessThanOrEqual(88);
    }),
  );
});

test("every word and every part of a Chinese run of a name finds it", () => {
  const name = fc
    .array(fc.constantFrom(..."abc 蓝海牛仔石狮 éß9 -（）".split("")), { maxLength: 20 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(name, fc.nat(20), fc.nat(20), (text, from, length) => {
      const run = text.match(/\p{Script=Han}+/u)?.[0] ?? "";
      expect(finds(run.slice(from, from + length), text)).toBe(true);
    }),
  );
});
