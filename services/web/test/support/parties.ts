import { setTimeout as sleep } from "node:timers/promises";
import { acceptMeeting, freeSlots, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import type { ListingContent, OrganizationProfile } from "@rialto/contracts/registry/events";
import { publishNeed } from "@rialto/contracts/registry/operations/needs";
import { publishOffer } from "@rialto/contracts/registry/operations/offers";
import { verifyOrganization } from "@rialto/contracts/registry/operations/organizations";
import { registerOrganizationFor } from "@rialto/contracts/registry/operations/registration";
import { me } from "@rialto/contracts/registry/operations/sessions";
import { assignBooth } from "@rialto/contracts/venue/operations/occupancy";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { type Caller, createEntrance, DEMO_PASSWORD } from "@rialto/seed/people";
import { staff } from "@rialto/seed/steps/invite-staff";
import { heardOf, untilThere } from "@rialto/seed/until";
import { inject } from "vitest";

/** An organization of a test's own, with its one person. */
export interface Party {
  readonly organizationId: string;
  readonly representativeId: string;
  readonly person: Caller;
  /** What `visit` signs in with. */
  readonly account: string;
  readonly name: string;
}

interface Arriving {
  readonly name: OrganizationProfile["name"];
  readonly role: "buyer" | "exhibitor";
  readonly about?: OrganizationProfile["about"];
  readonly person?: OrganizationProfile["name"];
  readonly offers?: readonly Partial<ListingContent>[];
  readonly needs?: readonly Partial<ListingContent>[];
  readonly withBooth?: boolean;
}

const NOT_HEARD_YET = [
  "FAIR_NOT_KNOWN_YET",
  "OWN_ORGANIZATION_NOT_VERIFIED",
  "OTHER_ORGANIZATION_NOT_FOUND",
  "NOT_A_REPRESENTATIVE",
  "NO_MEETING_PLACE",
  "EXHIBITOR_NOT_FOUND",
  "EXHIBITOR_NOT_VERIFIED",
];

const listing = (over: Partial<ListingContent>): ListingContent => ({
  title: { en: "Goods" },
  hsCodes: [],
  tags: [],
  markets: [],
  certificates: [],
  ...over,
});

let arrived = 0;

/** Names are a test's own, so that whatever was there before is somebody else's. */
const marked = (name: OrganizationProfile["name"], mark: string): OrganizationProfile["name"] =>
  Object.fromEntries(Object.entries(name).map(([language, text]) => [language, `${text} ${mark.slice(-5)}`]));

/** What tests arrange through the API, so that their screens begin where the story does. */
export async function openDoors() {
  const entrance = createEntrance(inject("fair").url);
  const organizer = await entrance.signIn(staff.organizer.email, DEMO_PASSWORD);
  const fairId = (await organizer.client.call(me)).grants[0]?.fairId ?? "";

  const given = new Set<string>();

  async function giveBooth(organizationId: string): Promise<void> {
    const { zones } = await organizer.client.call(listBooths, { params: { fairId } });
    // Several arrive at once: each takes one of its own.
    const free = zones
      .flatMap(({ booths }) => booths)
      .filter(({ status, boothId }) => status === "available" && !given.has(boothId));
    const booth = free.at(-1);
    if (booth === undefined) throw new Error("the fair has no free booth left");
    given.add(booth.boothId);
    const input = { params: { fairId, boothId: booth.boothId }, body: { organizationId } };
    await heardOf(NOT_HEARD_YET, () => organizer.client.call(assignBooth, input));
  }

  async function arrive({ name, role, about, person, offers = [], needs = [], withBooth = false }: Arriving): Promise<Party> {
    const mark = (Date.now() * 100 + (arrived++ % 100)).toString(36);
    const account = `test-${mark}`;
    const own = marked(name, mark);
    const email = `${account}@demo.rialto.example`;
    const { organizationId, representativeId, invitation } = await organizer.client.call(registerOrganizationFor, {
      params: { fairId },
      body: {
        organization: { role, name: own, country: role === "buyer" ? "BR" : "CN", languages: ["en"], ...(about && { about }) },
        representative: { name: person ?? { en: `${own.en ?? own.zh} person` }, languages: ["en"] },
        email,
        language: "en",
      },
    });
    const caller = await entrance.accept(invitation, email);
    const params = { fairId, organizationId };
    for (const offer of offers) await caller.client.call(publishOffer, { params, body: listing(offer) });
    for (const need of needs) await caller.client.call(publishNeed, { params, body: listing(need) });
    await organizer.client.call(verifyOrganization, { params });
    if (withBooth) await giveBooth(organizationId);
    return { organizationId, representativeId, person: caller, account, name: own.en ?? own.zh ?? "" };
  }

  /** Times that are free for both, not the next ones, which may begin while the test runs. */
  const timesFor = async (party: Party, other: Party) => (await allTimesFor(party, other)).slice(2);

  /** Waits until the services have heard of both. */
  async function allTimesFor({ person }: Party, other: Party) {
    const input = { params: { fairId, organizationId: other.organizationId } };
    const times = await untilThere(async () => {
      const { slots } = await heardOf(NOT_HEARD_YET, () => person.client.call(freeSlots, input));
      return slots.length < 8 ? undefined : slots;
    });
    if (times === undefined) throw new Error(`no free time for ${other.name}`);
    return times;
  }

  async function ask(from: Party, to: Party, proposedSlotIds: string[], message?: string) {
    const body = { recipientOrganizationId: to.organizationId, proposedSlotIds, ...(message === undefined ? {} : { message }) };
    return heardOf(NOT_HEARD_YET, () => from.person.client.call(requestMeeting, { params: { fairId }, body }));
  }

  const accept = ({ person }: Party, { meetingId }: { meetingId: string }, slotId: string) =>
    heardOf(NOT_HEARD_YET, () => person.client.call(acceptMeeting, { params: { fairId, meetingId }, body: { slotId } }));

  return { fairId, entrance, organizer, arrive, timesFor, allTimesFor, ask, accept };
}

export type Doors = Awaited<ReturnType<typeof openDoors>>;

const SLOT_MS = 30 * 60_000;
const STORY_MS = 90_000;
/** For a test that may have to wait for the next half hour first. */
export const storyTimeoutMs = 2 * STORY_MS + 60_000;

/** Check-in opens half an hour before a meeting, so its story needs the very next slot: that must not begin in its midst. */
export async function untilNextSlotIsFar(): Promise<void> {
  const left = SLOT_MS - (Date.now() % SLOT_MS);
  if (left < STORY_MS) await sleep(left + 1_000);
}

const inShanghai = (options: Intl.DateTimeFormatOptions, at: number) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "Asia/Shanghai" }).format(at);

/** "09:30", as the screens write it. */
export const clockAt = (instant: string): string =>
  inShanghai({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, Date.parse(instant));

/** "09:30" today, "Mon 09:30" on another day. */
export function whenAt(instant: string): string {
  const at = Date.parse(instant);
  const isToday = inShanghai({ dateStyle: "short" }, at) === inShanghai({ dateStyle: "short" }, Date.now());
  return isToday ? clockAt(instant) : `${inShanghai({ weekday: "short" }, at)} ${clockAt(instant)}`;
}
