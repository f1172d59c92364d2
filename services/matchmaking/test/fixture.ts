import { newId } from "@rialto/contracts/kernel/ids";
import type { BodyInput } from "@rialto/contracts/kernel/operation";
import type { FairRole } from "@rialto/contracts/kernel/values";
import { acceptMeeting, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import {
  type ListingContent,
  needPublished,
  type OrganizationProfile,
  offerPublished,
  organizationRegistered,
  organizationVerified,
  representativeAdded,
} from "@rialto/contracts/registry/events";
import { boothAssigned, type FairRules, fairPlanned } from "@rialto/contracts/venue/events";
import { buildParticipant } from "@rialto/service-kit/testing/principals";
import { eventually } from "@rialto/testing/eventually";
import { type ServiceUnderTest, startServiceUnderTest } from "@rialto/testing/service-fixture";
import { matchmakingDeps } from "../src/compose.ts";
import { matchmakingConfig } from "../src/config.ts";
import type { MatchmakingDeps } from "../src/deps.ts";
import { createMatchmakingService } from "../src/service.ts";
import { aListing, aProfile, rules, slotsOfDay } from "./builders.ts";

/** A person at the fair with an access token. */
export interface Person {
  readonly organizationId: string;
  readonly representativeId: string;
  readonly accountId: string;
  readonly token: string;
}

export interface MatchmakingFixture extends ServiceUnderTest {
  /** Of the first replica; of each further one in the order of their start. */
  readonly deps: MatchmakingDeps;
  readonly replicas: readonly MatchmakingDeps[];
  /** The service's time. */
  readonly clock: { now: string };
  planFair(overrides?: { readonly rules?: Partial<FairRules>; readonly slots?: number }): Promise<string>;
  admit(fairId: string, profile?: Partial<OrganizationProfile>): Promise<Person>;
  addPerson(fairId: string, organizationId: string, role: OrganizationProfile["role"]): Promise<Person>;
  assignBooth(
    fairId: string,
    organizationId: string,
    booth?: { readonly code?: string; readonly meetingCapacity?: number },
  ): Promise<string>;
  offer(fairId: string, organizationId: string, content?: Partial<ListingContent>): Promise<string>;
  need(fairId: string, organizationId: string, content?: Partial<ListingContent>): Promise<string>;
  tokenFor(fairId: string, role: FairRole): Promise<string>;
  request(fairId: string, from: Person, to: Person, body?: Partial<BodyInput<typeof requestMeeting>>): Promise<string>;
  book(fairId: string, from: Person, to: Person, slotId?: string): Promise<string>;
}

/** Weeks before the fair, on which nothing is in the past. */
export const beforeTheFair = "2026-08-10T02:00:00.000Z";

/** Matchmaking with servers of its own data, told by events what registry and venue would tell it. */
export async function matchmakingFixture(): Promise<MatchmakingFixture> {
  const clock = { now: beforeTheFair };
  const replicas: MatchmakingDeps[] = [];
  const service = await startServiceUnderTest({
    name: "matchmaking",
    schema: matchmakingConfig,
    clock: () => clock.now,
    compose: (platform, config) => {
      const deps = matchmakingDeps(platform, config);
      replicas.push(deps);
      return createMatchmakingService(deps);
    },
  });
  const [deps] = replicas as [MatchmakingDeps];
  const { publish, tokens, api } = service;
  const sign = (fairId: string, role: FairRole, ids: Partial<Person> = {}) => {
    const { organizationId, representativeId, accountId = newId() } = ids;
    const own = organizationId === undefined || representativeId === undefined ? {} : { organizationId, representativeId };
    return tokens.sign({ ...buildParticipant({ fairId, role, ...own }), accountId }, { at: new Date(clock.now) });
  };

  async function addPerson(fairId: string, organizationId: string, role: OrganizationProfile["role"]): Promise<Person> {
    const [representativeId, accountId] = [newId(), newId()];
    const { profile } = representativeAdded.example;
    const ids = { organizationId, representativeId, accountId };
    await publish(representativeAdded, { ...ids, fairId, role, profile, addedAt: clock.now });
    // Two dozen organizations may come at once, and each waits until both sides' lists have followed the one before.
    await eventually(
      "the representative is known",
      async () =>
        (await deps.organizations.get(organizationId))?.representatives.some((one) => one.representativeId === representativeId),
      { timeoutMs: 45_000 },
    );
    return { ...ids, token: await sign(fairId, role, ids) };
  }

  return {
    ...service,
    deps,
    replicas,
    clock,
    addPerson,
    async planFair(overrides = {}) {
      const fairId = newId();
      const slots = slotsOfDay(overrides.slots ?? 6);
      await publish(fairPlanned, { ...fairPlanned.example, fairId, slots, rules: { ...rules, ...overrides.rules } });
      await eventually("the fair is known", () => deps.fairs.get(fairId));
      return fairId;
    },
    async admit(fairId, overrides = {}) {
      const organizationId = newId();
      const profile = aProfile(overrides);
      await publish(organizationRegistered, { organizationId, fairId, profile, registeredAt: clock.now });
      await publish(organizationVerified, { organizationId, fairId, verifiedAt: clock.now });
      return addPerson(fairId, organizationId, profile.role);
    },
    async assignBooth(fairId, organizationId, booth = {}) {
      const boothId = newId();
      const { example } = boothAssigned;
      await publish(boothAssigned, { ...example, boothId, fairId, organizationId, ...booth });
      await eventually("the booth is known", () => deps.booths.get(boothId));
      return boothId;
    },
    async offer(fairId, organizationId, content = {}) {
      const { id: offerId, content: whole } = aListing(content);
      await publish(offerPublished, { offerId, organizationId, fairId, content: whole, publishedAt: clock.now });
      return offerId;
    },
    async need(fairId, organizationId, content = {}) {
      const { id: needId, content: whole } = aListing(content);
      await publish(needPublished, { needId, organizationId, fairId, content: whole, publishedAt: clock.now });
      return needId;
    },
    tokenFor: (fairId, role) => sign(fairId, role),
    async request(fairId, from, to, body = {}) {
      const wish = { recipientOrganizationId: to.organizationId, proposedSlotIds: ["d1-0930"], ...body };
      return (await api.ok(requestMeeting, { params: { fairId }, body: wish, token: from.token })).meetingId;
    },
    async book(fairId, from, to, slotId = "d1-0930") {
      const wish = { recipientOrganizationId: to.organizationId, proposedSlotIds: [slotId] };
      const { meetingId } = await api.ok(requestMeeting, { params: { fairId }, body: wish, token: from.token });
      await api.ok(acceptMeeting, { params: { fairId, meetingId }, body: { slotId }, token: to.token });
      return meetingId;
    },
  };
}
