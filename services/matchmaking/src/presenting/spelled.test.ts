import { expect, test } from "vitest";
import { spelled } from "./spelled.ts";

const text = "Bamboo bicycles by companies for MEN: washed jackets (OEKO-TEX), 竹制自行车";

test.each([
  ["bicycl", "bicycles"],
  ["bambo", "bamboo"],
  ["company", "companies"],
  ["wash", "washed"],
  ["jacket", "jackets"],
  ["oeko", "oeko"],
  ["自行车", "自行车"],
])("given the term %s, when shown to people, then it is spelled as somebody wrote it: %s", (term, word) => {
  expect(spelled(term, text)).toBe(word);
});

test("given a term that the text does not hold, or holds as the beginning of another word, then it stays as it is", () => {
  expect(spelled("bicy", text)).toBe("bicy");
  expect(spelled("(.*", text)).toBe("(.*");
});
