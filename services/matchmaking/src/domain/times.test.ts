import { expect, test } from "vitest";
import { aBooth, personOf } from "../../test/builders.ts";
import { booth, buyer, exhibitor, fair, now, pending, scheduled } from "../../test/stage.ts";
import { calendarOf } from "./calendar.ts";
import { busySlotIds, noClaims, personClaim, seatClaim, withoutOwn } from "./claims.ts";
import { commonFreeSlots, slotsFreeForSomebody } from "./free-times.ts";
import { freedBy } from "./freed-slot.ts";
import type { ExistingMeeting } from "./meeting.ts";
import { boothsInOrder } from "./place.ts";

const { slots } = fair;
const ids = (some: readonly { slotId: string }[]) => some.map(({ slotId }) => slotId);
const me = personOf(exhibitor);
const attendance = { fair, representativeIds: [me.representativeId], booths: [booth], taken: noClaims, now };

test("free together: everybody, with a seat, in a slot that has not begun", () => {
  expect(ids(commonFreeSlots(attendance))).toEqual(ids(slots));
  expect(ids(commonFreeSlots({ ...attendance, now: slots[1]!.startsAt }))).toEqual(ids(slots.slice(2)));
  const taken = new Map([
    [personClaim(me.representativeId, "d1-0930"), "a"],
    [seatClaim(booth.boothId, 1, "d1-1000"), "b"],
    [seatClaim(booth.boothId, 2, "d1-1000"), "c"],
    [seatClaim(booth.boothId, 1, "d1-1030"), "d"],
  ]);
  expect(ids(commonFreeSlots({ ...attendance, taken }))).toEqual(["d1-1030", "d1-1100", "d1-1130", "d1-1200"]);
  expect(commonFreeSlots({ ...attendance, booths: [] })).toEqual([]);
});

test("free with an organization: at least one of its people is", () => {
  const taken = new Map([
    [personClaim("one", "d1-0930"), "a"],
    [personClaim("two", "d1-0930"), "b"],
    [personClaim("one", "d1-1000"), "c"],
  ]);
  expect(ids(slotsFreeForSomebody({ ...attendance, taken }, ["one", "two"]))).toEqual(ids(slots.slice(1)));
  expect(slotsFreeForSomebody(attendance, [])).toEqual([]);
});

test("the exhibitor's booths come before a buyer's, then by what is written on them", () => {
  const [buyers, b, a] = [
    aBooth({ organizationId: buyer.organizationId, code: "A-000" }),
    aBooth({ organizationId: exhibitor.organizationId, code: "B-002" }),
    aBooth({ organizationId: exhibitor.organizationId, code: "B-001" }),
  ];
  const hosts = [
    { organizationId: buyer.organizationId, role: "buyer" as const },
    { organizationId: exhibitor.organizationId, role: "exhibitor" as const },
  ];
  expect(boothsInOrder([buyers, b, a], hosts)).toEqual([a, b, buyers]);
});

test("claims: what a person is busy with, and what a meeting holds itself", () => {
  const taken = new Map([
    [personClaim("one", "d1-0930"), "a"],
    [personClaim("two", "d1-1000"), "b"],
  ]);
  expect(busySlotIds(taken, "one")).toEqual(["d1-0930"]);
  expect([...withoutOwn(taken, "a").values()]).toEqual(["b"]);
});

const day = (meetings: ExistingMeeting[], overrides = {}) => calendarOf({ slots, day: 1, me, meetings, now, ...overrides });

test("my day: booked, asked for, free; a slot that has begun is not free", () => {
  const calendar = day([scheduled as ExistingMeeting, pending as ExistingMeeting], { now: slots[2]!.startsAt });
  expect(
    calendar.slots.slice(0, 4).map(({ free, requestIds, meetingId }) => [free, requestIds.length, meetingId !== undefined]),
  ).toEqual([
    [false, 1, true],
    [false, 1, false],
    [false, 0, false],
    [true, 0, false],
  ]);
  expect(calendar.meetingIds.size).toBe(1);
  expect(day([], { day: 2 }).slots).toEqual([]);
  expect(day([], { day: undefined }).slots).toHaveLength(6);
});

test("a colleague's meeting does not take my time", () => {
  const theirs = { ...(scheduled as ExistingMeeting), representativeIds: ["somebody"] };
  expect(day([theirs]).slots[0]).toMatchObject({ free: true });
});

test("what an event frees: both, or whoever was replaced, or nobody when only the place has changed", () => {
  if (scheduled.status !== "scheduled") throw new Error("the stage is set wrongly");
  const { requester, recipient, slotId, place } = scheduled;
  const data = { ...scheduled, previous: { requester, recipient, slotId, place }, by: "organizer" as const, rescheduledAt: now };
  const moved = (change: object) => freedBy({ type: "matchmaking.meeting-rescheduled.v1", data: { ...data, ...change } });
  const both = [buyer.organizationId, exhibitor.organizationId];
  expect(moved({ slotId: "d1-1000" })).toEqual({ slotId: "d1-0930", organizationIds: both });
  expect(moved({ recipient: { ...recipient, representativeId: "colleague" } }).organizationIds).toEqual([
    exhibitor.organizationId,
  ]);
  expect(moved({ place: { ...place, seat: 2 } }).organizationIds).toEqual([]);
  const missed = {
    type: "matchmaking.meeting-missed.v1" as const,
    data: { ...scheduled, noShows: ["requester" as const], missedAt: now },
  };
  expect(freedBy(missed)).toEqual({ slotId: "d1-0930", organizationIds: both });
});
