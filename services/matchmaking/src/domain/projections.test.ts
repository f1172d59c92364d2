import type { EventDefinition } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import {
  needPublished,
  needWithdrawn,
  offerPublished,
  offerWithdrawn,
  organizationChanged,
  organizationRegistered,
  organizationRejected,
  organizationVerified,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import { boothAssigned, boothReleased, fairPlanned, fairRulesChanged, zoneAdded } from "@rialto/contracts/venue/events";
import { expect, test } from "vitest";
import { type BoothNews, boothAfter } from "./booth-after.ts";
import { type FairNews, fairAfter } from "./fair-after.ts";
import type { Organization } from "./organization.ts";
import { mostListings, type OrganizationNews, organizationAfter } from "./organization-after.ts";

/** The contracts' example of an event, as it arrives. */
const news = <Definition extends EventDefinition>({ type, example, topic, key }: Definition, overrides: object = {}) => ({
  id: newId(),
  source: `/rialto/${topic.name.split(".")[0]}`,
  subject: String(example[key]),
  time: "2026-08-01T02:00:00.000Z",
  seq: 1,
  correlationId: newId(),
  type,
  data: { ...example, ...overrides },
});

const after = (...events: ReturnType<typeof news>[]) =>
  (events as OrganizationNews[]).reduce<Organization | undefined>(organizationAfter, undefined);

test("an organization is registered, verified, changed and rejected", () => {
  const profile = { ...organizationRegistered.example.profile, country: "PH" };
  expect(after(news(organizationRegistered))).toMatchObject({ status: "registered", profile: { country: "CN" }, offers: [] });
  expect(after(news(organizationRegistered), news(organizationVerified))).toMatchObject({ status: "verified" });
  const changed = after(news(organizationRegistered), news(organizationVerified), news(organizationChanged, { profile }));
  expect(changed).toMatchObject({ status: "verified", profile: { country: "PH" } });
  expect(after(news(organizationRegistered), news(organizationRejected))).toMatchObject({ status: "rejected" });
});

test("people come and go", () => {
  const added = after(news(organizationRegistered), news(representativeAdded), news(representativeAdded));
  expect(added?.representatives).toEqual([
    {
      representativeId: representativeAdded.example.representativeId,
      accountId: representativeAdded.example.accountId,
      ...representativeAdded.example.profile,
    },
  ]);
  expect(after(news(representativeAdded), news(representativeRemoved))?.representatives).toEqual([]);
});

test("offers and needs appear, change, go, and may come before the registration", () => {
  const content = { ...offerPublished.example.content, tags: ["linen"] };
  expect(after(news(offerPublished), news(needPublished))).toMatchObject({ status: "unknown", offers: [{}], needs: [{}] });
  expect(after(news(offerPublished), news(offerPublished, { content }))?.offers).toMatchObject([
    { content: { tags: ["linen"] } },
  ]);
  const gone = after(news(offerPublished), news(needPublished), news(offerWithdrawn), news(needWithdrawn));
  expect(gone).toMatchObject({ offers: [], needs: [] });
});

test("no organization outgrows its document", () => {
  const many = Array.from({ length: mostListings + 5 }, () => news(offerPublished, { offerId: newId() }));
  expect(after(...many)?.offers).toHaveLength(mostListings);
});

test("a fair is planned, its rules and zones change; slots are in the order of time", () => {
  const [slot] = fairPlanned.example.slots as [(typeof fairPlanned.example.slots)[0]];
  const earlier = { slotId: "d1-0900", startsAt: "2026-09-01T01:00:00.000Z", endsAt: "2026-09-01T01:30:00.000Z" };
  const planned = fairAfter(undefined, news(fairPlanned, { slots: [slot, earlier] }) as FairNews);
  expect(planned?.slots.map(({ slotId }) => slotId)).toEqual(["d1-0900", "d1-0930"]);
  const rules = { ...fairPlanned.example.rules, slotMinutes: 20 };
  expect(fairAfter(planned, news(fairRulesChanged, { rules }) as FairNews)?.rules.slotMinutes).toBe(20);
  const zoned = fairAfter(planned, news(zoneAdded) as FairNews);
  expect(fairAfter(zoned, news(zoneAdded) as FairNews)?.zones).toEqual([
    { zoneId: zoneAdded.example.zoneId, name: zoneAdded.example.name },
  ]);
  expect(fairAfter(undefined, news(fairRulesChanged) as FairNews)).toBeUndefined();
});

test("a booth is a place while it is assigned", () => {
  const booth = boothAfter(undefined, news(boothAssigned) as BoothNews);
  expect(booth).toMatchObject({ code: "A-012", capacity: boothAssigned.example.meetingCapacity });
  expect(boothAfter(booth, news(boothReleased) as BoothNews)).toBeUndefined();
});
