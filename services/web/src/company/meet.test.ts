import { expect, test } from "vitest";
import { meet } from "./meet.ts";

const base = { title: { en: "Jeans", zh: "" }, tags: ["denim"], country: "CN" };

test("given a colleague who changed what nobody touched here, when both meet, then their change is taken and nothing clashes", () => {
  const mine = { ...base, title: { en: "Blue jeans", zh: "" } };
  const theirs = { ...base, tags: ["denim", "men"] };
  expect(meet(base, mine, theirs)).toEqual({ draft: { ...mine, tags: ["denim", "men"] }, clashes: [] });
});

test("given the same field changed on both sides, when both meet, then what was typed here stays and the field is named", () => {
  const mine = { ...base, title: { en: "Blue jeans", zh: "" } };
  const theirs = { ...base, title: { en: "Black jeans", zh: "" } };
  expect(meet(base, mine, theirs)).toEqual({ draft: mine, clashes: ["title"] });
});

test("given the same change on both sides, then nothing clashes", () => {
  const both = { ...base, country: "KR" };
  expect(meet(base, both, both)).toEqual({ draft: both, clashes: [] });
});
