import { ListingContentInput, OrganizationProfileInput } from "@rialto/contracts/registry/shapes";
import { expect, test } from "vitest";
import { draftOfListing, draftOfProfile, emptyListing, isWritten, listingOf, profileOf } from "./draft.ts";

const listing = {
  title: { zh: "牛仔裤" },
  hsCodes: ["6203"],
  tags: [],
  markets: ["BR"],
  certificates: ["CE"],
};

test("given a listing, when it is opened and sent unchanged, then it is the same and the service takes it", () => {
  expect(listingOf(draftOfListing(listing))).toEqual(listing);
  ListingContentInput.parse(listingOf(draftOfListing(listing)));
});

test("given spaces around texts or only spaces, when sent, then they are gone", () => {
  const draft = { ...emptyListing, title: { en: "  Jeans ", zh: " " }, description: { en: " ", zh: "" } };
  expect(listingOf(draft)).toEqual({ ...listingOf(emptyListing), title: { en: "Jeans" } });
  expect([isWritten(draft.title), isWritten(draft.description)]).toEqual([true, false]);
});

test("given a website without its beginning, when sent, then the service takes it", () => {
  const profile = { role: "buyer" as const, name: { en: "Sul" }, country: "BR", languages: ["pt"] };
  const sent = profileOf({ ...draftOfProfile(profile), website: "sul.example" }, "buyer");
  expect(OrganizationProfileInput.parse(sent)).toEqual({ ...profile, website: "https://sul.example" });
  expect(profileOf(draftOfProfile(profile), "buyer")).toEqual(profile);
});
