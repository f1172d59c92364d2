import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMatcher } from "./live/matcher.ts";
import { reasonSentence } from "./reasons/sentence.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("every error code is explained in the README", () => {
  const codes = [...read("./errors.ts").matchAll(/\| "([A-Z_]+)"/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code) => !read("../README.md").includes(code))).toEqual([]);
});

test("the README's ten lines do what they say", () => {
  const matcher = createMatcher({
    profiles: [
      { id: "b1", side: "buyer", offers: [], needs: [{ text: "men's denim jeans", hsCodes: ["620342"] }], countries: ["BR"] },
    ],
  });
  const changes = matcher.upsert({
    id: "e1",
    side: "exhibitor",
    offers: [{ text: "男士牛仔裤", hsCodes: ["6203"], markets: ["BR"] }],
    needs: [],
  });
  expect(changes.map(({ memberId }) => memberId).sort()).toEqual(["b1", "e1"]);
  expect(
    changes.flatMap(({ entered }) => entered.flatMap(({ reasons }) => reasons().map((reason) => reasonSentence(reason, "en")))),
  ).toContain("Ships to BR");
  expect(matcher.record({ actorId: "e1", targetId: "b1", kind: "declined" })).toHaveLength(2);
});
