import { newId } from "@rialto/contracts/kernel/ids";
import type { ListingContent, OrganizationProfile } from "@rialto/contracts/registry/events";
import { organizationRegistered } from "@rialto/contracts/registry/events";
import type { FairRules, TimeSlot } from "@rialto/contracts/venue/events";
import { fairPlanned } from "@rialto/contracts/venue/events";
import type { Actor, Participation } from "../src/domain/actor.ts";
import type { Fair } from "../src/domain/fair.ts";
import type { Listing, Organization } from "../src/domain/organization.ts";
import type { Booth } from "../src/domain/place.ts";

/** A day of half hours from 09:30 in Shishi. */
export const slotsOfDay = (count: number, day = 1): TimeSlot[] =>
  Array.from({ length: count }, (_, index) => {
    const startsAt = Date.parse("2026-09-01T01:30:00.000Z") + (day - 1) * 86_400_000 + index * 1_800_000;
    const minutes = 9 * 60 + 30 + index * 30;
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}${String(minutes % 60).padStart(2, "0")}`;
    return {
      slotId: `d${day}-${clock}`,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + 1_800_000).toISOString(),
    };
  });

export const rules: FairRules = { ...fairPlanned.example.rules };

export const aFair = (overrides: Partial<Fair> = {}): Fair => ({
  fairId: newId(),
  name: fairPlanned.example.name,
  place: fairPlanned.example.place,
  timeZone: "Asia/Shanghai",
  rules,
  slots: slotsOfDay(6),
  zones: [],
  ...overrides,
});

export const aProfile = (overrides: Partial<OrganizationProfile> = {}): OrganizationProfile => ({
  ...organizationRegistered.example.profile,
  role: "exhibitor",
  ...overrides,
});

type OrganizationOverrides = Partial<Omit<Organization, "profile">> & { readonly profile?: Partial<OrganizationProfile> };

export const anOrganization = ({ profile, ...overrides }: OrganizationOverrides = {}): Organization => ({
  organizationId: newId(),
  fairId: newId(),
  status: "verified",
  profile: aProfile(profile),
  representatives: [aRepresentative()],
  offers: [],
  needs: [],
  ...overrides,
});

export const aRepresentative = (representativeId = newId()) => ({
  representativeId,
  accountId: newId(),
  name: { en: "Lin Yue (example)", zh: "林悦（示例）" },
  languages: ["zh"],
});

export const aListing = (content: Partial<ListingContent> = {}): Listing => ({
  id: newId(),
  content: { title: { en: "Goods" }, hsCodes: [], tags: [], markets: [], certificates: [], ...content },
});

export const aBooth = (overrides: Partial<Booth> = {}): Booth => ({
  boothId: newId(),
  fairId: newId(),
  organizationId: newId(),
  hallId: newId(),
  zoneId: newId(),
  code: "A-012",
  capacity: 2,
  ...overrides,
});

/** The first representative of an organization. */
export const personOf = (organization: Organization): Participation => ({
  organizationId: organization.organizationId,
  representativeId: organization.representatives[0]!.representativeId,
});

export const actorOf = (fair: Fair, ...organizations: Organization[]): Actor => ({
  fairId: fair.fairId,
  participations: organizations.map(personOf),
  organizer: false,
});

export const organizerOf = (fair: Fair): Actor => ({ fairId: fair.fairId, participations: [], organizer: true });
