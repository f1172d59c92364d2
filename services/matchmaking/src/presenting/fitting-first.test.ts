import { newId } from "@rialto/contracts/kernel/ids";
import type { Reason } from "@rialto/contracts/matchmaking/events";
import { expect, test } from "vitest";
import type { Listing } from "../domain/organization.ts";
import { fittingFirst } from "./fitting-first.ts";

const listing = (en: string, hsCodes: string[] = [], tags: string[] = []): Listing => ({
  id: newId(),
  content: { title: { en, zh: "" }, hsCodes, tags, markets: [], certificates: [] },
});
const jackets = listing("Washed denim jackets", ["6201"], ["denim"]);
const sandals = listing("Moulded sandals", ["640220"]);
const bags = listing("Canvas bags");
const all = [jackets, bags, sandals];
const words = (...values: string[]): Reason => ({ code: "words", points: 0.2, of: "other", values });

test.each<[string, Reason, Listing]>([
  ["a heading above its code", { code: "hsHeading", points: 0.3, of: "other", values: ["6402"] }, sandals],
  ["a subheading below its code", { code: "hsSubheading", points: 0.3, of: "other", values: ["620130"] }, jackets],
  ["words of its title", words("canvas", "bags"), bags],
  ["a tag", { code: "tag", points: 0.1, of: "other", values: ["denim"] }, jackets],
])("given a match for %s, then the listing that has it comes first, and the others stay in their order", (_, reason, first) => {
  expect(fittingFirst(all, [reason], "other")).toEqual([first, ...all.filter((each) => each !== first)]);
});

test("given reasons for several, then the one with most of their points comes first", () => {
  const code: Reason = { code: "hsHeading", points: 0.15, of: "other", values: ["6402"] };
  expect(fittingFirst(all, [words("canvas", "sandals"), code], "other")).toEqual([sandals, bags, jackets]);
});

test("given reasons about the other side's goods or about no goods, then nothing moves", () => {
  const market: Reason = { code: "market", points: 0.1, of: "other", values: ["BR"] };
  expect(fittingFirst(all, [{ ...words("bags"), of: "own" }, market], "other")).toEqual(all);
});
