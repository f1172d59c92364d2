import fc from "fast-check";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { type MatchProfile, toMatchProfile } from "../domain/match-profile.ts";
import type { Matcher } from "./matcher.ts";
import { createSimpleMatcher } from "./simple-matcher.ts";
import { listLimits } from "./top-list.ts";

const ids = Array.from({ length: 120 }, (_, number) => `org-${String(number).padStart(3, "0")}`);
const headings = ["6203", "6204", "6109", "6403"];
const tags = ["denim", "menswear", "cotton", "sport", "kids"];

/** Enough of the same goods that lists are longer than what is kept. */
const profile = fc.record({
  number: fc.nat(ids.length - 1),
  hsCodes: fc.subarray(headings, { minLength: 1 }),
  tags: fc.subarray(tags),
  country: fc.constantFrom("BR", "KR", "CN"),
});
const anyProfile = profile.map(({ number, hsCodes, tags, country }): MatchProfile => {
  const listings = [aListing({ hsCodes, tags, markets: ["BR"] })];
  const isBuyer = number % 2 === 0;
  const organization = anOrganization({
    organizationId: ids[number] as string,
    profile: { role: isBuyer ? "buyer" : "exhibitor", country, languages: ["en"] },
    offers: isBuyer ? [] : listings,
    needs: isBuyer ? listings : [],
  });
  return toMatchProfile(organization) as MatchProfile;
});

type Step = { profile: MatchProfile } | { remove: string } | { exclude: [string, string] } | { admit: [string, string] };
const id = fc.constantFrom(...ids);
const step = fc.oneof(
  { arbitrary: anyProfile.map((profile): Step => ({ profile })), weight: 8 },
  { arbitrary: id.map((remove): Step => ({ remove })), weight: 2 },
  { arbitrary: fc.tuple(id, id).map((exclude): Step => ({ exclude })), weight: 1 },
  { arbitrary: fc.tuple(id, id).map((admit): Step => ({ admit })), weight: 1 },
);

function take(matcher: Matcher, step: Step) {
  if ("profile" in step) return matcher.upsert(step.profile);
  if ("remove" in step) return matcher.remove(step.remove);
  return "exclude" in step ? matcher.exclude(...step.exclude) : matcher.admit(...step.admit);
}

const shown = (matcher: Matcher) =>
  Object.fromEntries(ids.map((id) => [id, matcher.listOf(id).map(({ organizationId, score }) => [organizationId, score])]));

function rebuilt(steps: readonly Step[]): Matcher {
  const matcher = createSimpleMatcher();
  const profiles = new Map<string, MatchProfile>();
  for (const step of steps) {
    if ("profile" in step) profiles.set(step.profile.organizationId, step.profile);
    else if ("remove" in step) profiles.delete(step.remove);
    else take(matcher, step);
  }
  matcher.load(profiles.values());
  return matcher;
}

test("lists kept up to date equal lists computed anew, and every change says which lists it touched", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 150, maxLength: 250 }), (steps) => {
      const matcher = createSimpleMatcher();
      let before = shown(matcher);
      for (const step of steps) {
        const touched = new Set(take(matcher, step).map(({ memberId }) => memberId));
        const now = shown(matcher);
        const changed = ids.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(now[id]));
        expect(changed.filter((id) => !touched.has(id))).toEqual([]);
        before = now;
      }
      expect(before).toEqual(shown(rebuilt(steps)));
    }),
    { numRuns: 5 },
  );
});

test("in whose lists somebody is", () => {
  const matcher = rebuilt(fc.sample(step, { numRuns: 200, seed: 7 }));
  const lists = shown(matcher);
  for (const one of ids) {
    const expected = ids.filter((memberId) => lists[memberId]?.some(([other]) => other === one));
    expect([...matcher.listsWith(one)].sort()).toEqual(expected);
  }
  expect(Math.max(...ids.map((id) => lists[id]?.length ?? 0))).toBe(listLimits.shown);
});

test("an excluded pair is in neither list until it is admitted again", () => {
  const goods = [aListing({ hsCodes: ["6203"], tags: ["denim"] })];
  const buyer = toMatchProfile(anOrganization({ profile: { role: "buyer" }, needs: goods })) as MatchProfile;
  const seller = toMatchProfile(anOrganization({ offers: goods })) as MatchProfile;
  const matcher = createSimpleMatcher();
  matcher.exclude(seller.organizationId, buyer.organizationId);
  matcher.load([buyer, seller]);
  expect(matcher.listOf(buyer.organizationId)).toEqual([]);
  expect(
    matcher
      .admit(buyer.organizationId, seller.organizationId)
      .map(({ memberId }) => memberId)
      .sort(),
  ).toEqual([buyer.organizationId, seller.organizationId].sort());
  expect(matcher.listOf(buyer.organizationId)).toHaveLength(1);
});
