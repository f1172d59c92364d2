import { expect, test } from "vitest";
import { answerHs } from "./answer-hs.ts";

test.each([
  ["denim jeans", "6203"],
  ["牛仔裤", "6203"],
  ["T恤", "6109"],
])("given the words %s, when codes are proposed, then %s comes first with its names and how sure", (words, code) => {
  const [best] = answerHs({ propose: words });
  expect(best?.code).toBe(code);
  expect(best?.confidence).toBeGreaterThan(0);
  expect(best?.name.zh).toMatch(/\p{Script=Han}/u);
});

test("given digits with dots, when codes are proposed, then those that begin so come, the shortest first", () => {
  const codes = answerHs({ propose: "6203.4" }).map(({ code }) => code);
  expect(codes[0]).toBe("620341");
  expect(answerHs({ propose: "6203" })[0]?.code).toBe("6203");
});

test("given words that nobody sells, or a code that does not exist, then nothing is proposed or named", () => {
  expect(answerHs({ propose: "zzqx" })).toEqual([]);
  expect(answerHs({ propose: "7701" })).toEqual([]);
  expect(answerHs({ name: ["7701", "6203"] }).map(({ code }) => code)).toEqual(["6203"]);
});
