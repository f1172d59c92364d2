import { newId } from "@rialto/contracts/kernel/ids";
import { meetingCancelled, meetingsTopic, slotFreed, slotOpeningsTopic } from "@rialto/contracts/matchmaking/events";
import { acceptMeeting, cancelMeeting, getMeeting } from "@rialto/contracts/matchmaking/operations";
import {
  organizationRejected,
  organizationVerified,
  representativeAdded,
  representativeRemoved,
} from "@rialto/contracts/registry/events";
import { boothAssigned, boothReleased, fairRulesChanged, zoneAdded } from "@rialto/contracts/venue/events";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "./builders.ts";
import { beforeTheFair, type MatchmakingFixture, matchmakingFixture, type Person } from "./fixture.ts";

let it: MatchmakingFixture;
beforeAll(async () => {
  it = await matchmakingFixture();
});
afterAll(() => it?.dispose());

async function scene(buyers = 2) {
  const fairId = await it.planFair();
  const exhibitor = await it.admit(fairId);
  const boothId = await it.assignBooth(fairId, exhibitor.organizationId, { code: "A-001" });
  const people: Person[] = [];
  for (let count = 0; count < buyers; count += 1) people.push(await it.admit(fairId, { role: "buyer" }));
  const [first, second] = people as [Person, Person];
  return { fairId, exhibitor, boothId, first, second };
}

const statusOf = async (meetingId: string) => (await it.deps.meetings.load(meetingId)).state.status;
const becomes = (meetingId: string, status: string) =>
  eventually(`the meeting is ${status}`, async () => (await statusOf(meetingId)) === status);

test("a rejected organization: meetings to come are cancelled by the system, requests withdrawn; a late repeat touches nothing new", async () => {
  const { fairId, exhibitor, first, second } = await scene();
  const meetingId = await it.book(fairId, first, exhibitor);
  const requestId = await it.request(fairId, second, exhibitor, { proposedSlotIds: ["d1-1000"] });
  const { organizationId } = exhibitor;
  const rejected = await it.publish(organizationRejected, {
    organizationId,
    fairId,
    reason: "No licence",
    rejectedAt: it.clock.now,
  });
  await becomes(meetingId, "cancelled");
  await becomes(requestId, "withdrawn");
  const { token } = first;
  expect(await it.api.ok(getMeeting, { params: { fairId, meetingId }, token })).toMatchObject({
    closedBy: "system",
    reason: "organizationRejected",
  });
  await it.publish(organizationVerified, { organizationId, fairId, verifiedAt: it.clock.now });
  await eventually("it is verified again", async () => (await it.deps.organizations.get(organizationId))?.status === "verified");
  const again = await it.book(fairId, first, exhibitor);
  await it.repeat([rejected]);
  // Same key, so this comes after the repeat.
  await it.addPerson(fairId, organizationId, "exhibitor");
  expect(await statusOf(again)).toBe("scheduled");
});

test("a removed person: their meetings are cancelled, a colleague's are not; a late repeat touches nothing new", async () => {
  const { fairId, exhibitor, first, second } = await scene();
  const colleague = await it.addPerson(fairId, exhibitor.organizationId, "exhibitor");
  const meetingId = await it.book(fairId, first, exhibitor, "d1-0930");
  const others = await it.book(fairId, second, colleague, "d1-0930");
  const { organizationId, representativeId, accountId } = exhibitor;
  const ids = { organizationId, representativeId, accountId, fairId };
  const removed = await it.publish(representativeRemoved, { ...ids, removedAt: it.clock.now });
  await becomes(meetingId, "cancelled");
  expect(await statusOf(others)).toBe("scheduled");
  const { profile } = representativeAdded.example;
  await it.publish(representativeAdded, { ...ids, role: "exhibitor", profile, addedAt: it.clock.now });
  await eventually("back again", async () =>
    (await it.deps.organizations.get(organizationId))?.representatives.some((one) => one.representativeId === representativeId),
  );
  const again = await it.book(fairId, first, exhibitor, "d1-1000");
  await it.repeat([removed]);
  await it.addPerson(fairId, organizationId, "exhibitor");
  expect(await statusOf(again)).toBe("scheduled");
});

test("a released booth: meetings move to the exhibitor's other booth, or are cancelled; twice is once", async () => {
  const { fairId, exhibitor, boothId, first, second } = await scene();
  const [meetingId, other] = [
    await it.book(fairId, first, exhibitor, "d1-0930"),
    await it.book(fairId, second, exhibitor, "d1-1000"),
  ];
  const { organizationId } = exhibitor;
  const next = await it.assignBooth(fairId, organizationId, { code: "B-001", meetingCapacity: 1 });
  const released = {
    fairId,
    organizationId,
    was: "assigned" as const,
    reason: "releasedByOrganizer" as const,
    releasedAt: it.clock.now,
  };
  const gone = await it.publish(boothReleased, { ...boothReleased.example, boothId, ...released });
  await eventually("both sit in the other booth", async () => {
    const states = await Promise.all([meetingId, other].map(async (id) => (await it.deps.meetings.load(id)).state));
    return states.every((state) => state.status === "scheduled" && state.place.boothId === next);
  });
  const version = (await it.deps.meetings.load(meetingId)).version;
  await it.repeat([gone]);
  await it.publish(boothAssigned, { ...boothAssigned.example, boothId, fairId, organizationId: newId() });
  await eventually("the repeat has passed", () => it.deps.booths.get(boothId));
  expect((await it.deps.meetings.load(meetingId)).version).toBe(version);
  await it.publish(boothReleased, { ...boothReleased.example, boothId: next, ...released });
  await becomes(meetingId, "cancelled");
  await becomes(other, "cancelled");
});

test("a freed slot is told once to those whose request asked for it, and to nobody else", async () => {
  const { fairId, exhibitor, first, second } = await scene();
  const meetingId = await it.book(fairId, first, exhibitor, "d1-0930");
  const waiting = await it.request(fairId, second, exhibitor, { proposedSlotIds: ["d1-1000", "d1-0930"] });
  const events = await it.collect([slotOpeningsTopic, meetingsTopic], [slotFreed, meetingCancelled]);
  await it.api.ok(cancelMeeting, { params: { fairId, meetingId }, body: {}, token: first.token });
  const freed = await events.awaitEvent(slotFreed, { organizationId: exhibitor.organizationId, slotId: "d1-0930" });
  const { organizationId, representativeId } = second;
  expect(freed.data.wantedBy).toEqual([{ meetingId: waiting, organizationId, representativeId }]);
  const cancelled = await events.awaitEvent(meetingCancelled, { meetingId });
  await it.repeat([cancelled]);
  const call = { params: { fairId, meetingId: waiting }, body: { slotId: "d1-0930" }, token: exhibitor.token };
  await it.api.ok(acceptMeeting, call);
  const other = await it.request(fairId, first, exhibitor, { proposedSlotIds: ["d1-0930"] });
  await it.api.ok(cancelMeeting, { params: { fairId, meetingId: waiting }, body: {}, token: second.token });
  await events.awaitEvent(slotFreed, {
    wantedBy: [{ meetingId: other, organizationId: first.organizationId, representativeId: first.representativeId }],
  });
  const openings = events.all().filter(({ type }) => type === slotFreed.type);
  expect(new Set(openings.map(({ subject }) => subject)).size).toBe(2);
  await events.stop();
});

test("rules and zones of a fair are known as they change, and a late repeat does not bring old ones back", async () => {
  const fairId = await it.planFair();
  const changed = { ...rules, pendingRequestLimit: 7 };
  const first = await it.publish(fairRulesChanged, { fairId, rules, changedAt: it.clock.now });
  await it.publish(fairRulesChanged, { fairId, rules: changed, changedAt: it.clock.now });
  await it.repeat([first]);
  await it.publish(zoneAdded, { ...zoneAdded.example, fairId });
  await eventually("the zone is known", async () => (await it.deps.fairs.get(fairId))?.zones.length === 1);
  expect((await it.deps.fairs.get(fairId))?.rules.pendingRequestLimit).toBe(7);
});

test("time: a request that nobody answers expires; a meeting that nobody comes to is missed; each frees what it held", {
  timeout: 90_000,
}, async () => {
  const { fairId, exhibitor, first, second } = await scene();
  const meetingId = await it.book(fairId, first, exhibitor, "d1-0930");
  const requestId = await it.request(fairId, second, exhibitor, { proposedSlotIds: ["d1-1200"] });
  try {
    it.clock.now = "2026-08-11T02:00:00.000Z";
    await eventually("it has expired", async () => (await statusOf(requestId)) === "expired", { timeoutMs: 30_000 });
    expect(await statusOf(meetingId)).toBe("scheduled");
    it.clock.now = "2026-09-01T01:40:00.001Z";
    await eventually("it is missed", async () => (await statusOf(meetingId)) === "missed", { timeoutMs: 30_000 });
  } finally {
    it.clock.now = beforeTheFair;
  }
  expect(await it.deps.readClaims(fairId, { representativeIds: [exhibitor.representativeId, first.representativeId] })).toEqual(
    new Map(),
  );
});
