import fc from "fast-check";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { type MatchProfile, toMatchProfile } from "./match-profile.ts";
import { scorePair } from "./score-pair.ts";
import { wordsOf } from "./words.ts";

const profileOf = (...parts: Parameters<typeof anOrganization>) => toMatchProfile(anOrganization(...parts)) as MatchProfile;
const jeans = aListing({
  title: { en: "Stretch denim trousers for men", zh: "男士弹力牛仔裤" },
  hsCodes: ["620342"],
  tags: ["Denim", "menswear"],
  markets: ["BR", "KR"],
});
const exhibitor = profileOf({ profile: { country: "CN", languages: ["zh", "en"] }, offers: [jeans] });
const wanted = aListing({ title: { zh: "牛仔裤" }, hsCodes: ["6203"], tags: ["ＤＥＮＩＭ"] });
const buyer = profileOf({ profile: { role: "buyer", country: "BR", languages: ["en-US"] }, needs: [wanted] });

test("a match says why: heading, tag, words, market and language, most first", () => {
  const { score, fit, reasons } = scorePair(buyer, exhibitor);
  expect(reasons).toEqual([
    { code: "hsHeading", points: 0.4, values: ["6203"] },
    { code: "market", points: 0.14, values: ["BR"] },
    { code: "language", points: 0.1, values: ["en", "zh"] },
    { code: "tag", points: 0.08, values: ["denim"] },
    { code: "words", points: 0.04, values: ["仔裤", "牛仔"] },
  ]);
  expect(score).toBe(0.76);
  expect(fit).toEqual({ mine: 0.76, theirs: 0 });
});

test("the other side reads the same score and reasons, and fits the other way round", () => {
  const { score, fit, reasons } = scorePair(exhibitor, buyer);
  expect({ score, fit }).toEqual({ score: 0.76, fit: { mine: 0, theirs: 0.76 } });
  expect(reasons).toEqual(scorePair(buyer, exhibitor).reasons);
});

test("a chapter counts where no heading is shared", () => {
  const shirts = profileOf({
    profile: { role: "buyer", country: "ZA", languages: [] },
    needs: [aListing({ hsCodes: ["6205"] })],
  });
  expect(scorePair(shirts, exhibitor).reasons.map(({ code, values }) => [code, values])).toContainEqual(["hsChapter", ["62"]]);
});

test("country and language alone are no reason to meet", () => {
  const stone = profileOf({
    profile: { role: "buyer", country: "BR" },
    needs: [aListing({ title: { en: "Granite" }, hsCodes: ["6802"] })],
  });
  expect(scorePair(stone, exhibitor)).toMatchObject({ score: 0, reasons: [] });
});

test("an organization that is not verified is not matched", () => {
  expect(toMatchProfile(anOrganization({ status: "registered", offers: [jeans] }))).toBeUndefined();
  expect(toMatchProfile(undefined)).toBeUndefined();
});

test("words: English without plural and filling words, Chinese in pairs", () => {
  expect(wordsOf("The best men's Jeans & dresses, from 牛仔裤 factory")).toEqual(["jean", "dresse", "牛仔", "仔裤"]);
  expect(wordsOf("")).toEqual([]);
  expect(wordsOf("裤")).toEqual([]);
});

const listing = fc
  .record({
    hsCodes: fc.uniqueArray(fc.constantFrom("62", "6203", "620342", "6109", "61"), { maxLength: 4 }),
    tags: fc.uniqueArray(fc.constantFrom("denim", "cotton", "kids"), { maxLength: 3 }),
    markets: fc.uniqueArray(fc.constantFrom("BR", "KR", "CN"), { maxLength: 3 }),
    title: fc.record({ en: fc.constantFrom("denim jacket", "cotton shirts", "shoes"), zh: fc.constantFrom("牛仔裤", "运动鞋") }),
  })
  .map((content) => aListing(content));
const anyone = fc
  .record({
    offers: fc.array(listing, { maxLength: 3 }),
    needs: fc.array(listing, { maxLength: 3 }),
    country: fc.constantFrom("BR", "KR", "CN"),
    languages: fc.subarray(["en", "zh", "pt"]),
  })
  .map(({ country, languages, ...listings }) => profileOf({ profile: { country, languages }, representatives: [], ...listings }));

test("always: the points of all reasons add up to the score, between 0 and 1, the same for both sides", () => {
  fc.assert(
    fc.property(anyone, anyone, (one, other) => {
      const mine = scorePair(one, other);
      expect(mine.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(mine.score, 9);
      expect(mine.score).toBeGreaterThanOrEqual(0);
      expect(mine.score).toBeLessThanOrEqual(1);
      expect(scorePair(other, one).score).toBe(mine.score);
    }),
  );
});
