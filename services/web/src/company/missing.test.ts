import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import { expect, test } from "vitest";
import { missingFor, type Organization } from "./missing.ts";

const example = getOrganization.result.parse(getOrganization.example.result);
const complete: Organization = {
  ...example,
  status: "verified",
  offers: example.offers.map((offer) => ({
    ...offer,
    content: { ...offer.content, title: { en: "Jeans", zh: "牛仔裤" }, hsCodes: ["6203"] },
  })),
};
const whatIn = (...args: Parameters<typeof missingFor>) => missingFor(...args).map(({ what }) => what);

test("given an organization that has said everything, then nothing is missing", () => {
  expect(missingFor(complete, true)).toEqual([]);
  expect(missingFor(complete, undefined)).toEqual([]);
});

test("given nobody has verified it and nothing is listed, then these two stop every match", () => {
  expect(missingFor({ ...complete, status: "registered", offers: [] }, true)).toEqual([
    { what: "verification", stops: true },
    { what: "offers", stops: true },
  ]);
  const buyer = { ...complete, offers: [], profile: { ...complete.profile, role: "buyer" as const } };
  expect(whatIn(buyer, undefined)).toEqual(["needs"]);
});

test("given texts in one language, no code, no spoken language and no booth, then each is named", () => {
  const poor = {
    ...complete,
    profile: { ...complete.profile, languages: [] },
    offers: complete.offers.map((offer) => ({ ...offer, content: { ...offer.content, title: { en: "Jeans" }, hsCodes: [] } })),
  };
  expect(whatIn(poor, false)).toEqual(["hsCodes", "chinese", "languages", "booth"]);
});
