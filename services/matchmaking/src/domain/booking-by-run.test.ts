import { newId } from "@rialto/contracts/kernel/ids";
import { meetingReopened, meetingScheduled } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { actorOf, personOf, slotsOfDay } from "../../test/builders.ts";
import { after, asBuyer, booth, buyer, exhibitor, fair, later, meetingId, now, pending, scheduled } from "../../test/stage.ts";
import { bookByRun } from "./book-by-run.ts";
import { cancelMeeting } from "./cancel-meeting.ts";
import { noClaims, personClaim, quotaClaim } from "./claims.ts";
import { declineMeeting } from "./decline-meeting.ts";
import { type Meeting, noMeeting } from "./meeting.ts";
import { repairByRun } from "./repair-by-run.ts";
import { rescheduleMeeting } from "./reschedule-meeting.ts";
import { takeBackFromRun } from "./take-back-from-run.ts";

const runId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0a01";
const [first, second] = slotsOfDay(2) as [ReturnType<typeof slotsOfDay>[0], ReturnType<typeof slotsOfDay>[0]];
const { boothId, code, zoneId } = booth;
const place = { kind: "booth" as const, boothId, code, zoneId, seat: 1 };
const people = { requester: personOf(buyer), recipient: personOf(exhibitor) };
const command = { runId, meetingId, fairId: fair.fairId, ...people, slot: first, place, now };
const takeBack = { runId, taken: noClaims, pendingRequestLimit: 20, now: later };
const duringTheFair = "2026-09-01T01:45:00.000Z";

const bookedRequest = after(bookByRun(command, pending), pending);
const bookedWish = after(bookByRun(command, noMeeting));

describe("a published schedule books", () => {
  test("an open request, or a wish that nobody had put as one, and takes its people and its seat", () => {
    const { slotId, startsAt, endsAt } = first;
    const booked = {
      meetingId,
      fairId: fair.fairId,
      ...people,
      slotId,
      startsAt,
      endsAt,
      place,
      scheduleRunId: runId,
      scheduledAt: now,
    };
    for (const state of [pending, noMeeting] as Meeting[])
      given(state)
        .when(bookByRun, command)
        .then([meetingScheduled.draft(booked)]);
    const claim = personClaim(personOf(buyer).representativeId, slotId);
    expect(bookedWish).toMatchObject({ status: "scheduled", claims: expect.arrayContaining([claim]), quotaNumber: 0 });
  });

  test("nothing the second time: a publication may be resumed", () => {
    given(bookedRequest).when(bookByRun, command).thenNothing();
    given(bookedWish).when(bookByRun, command).thenNothing();
  });

  test("REQUEST_NOT_PENDING: it was answered meanwhile", () => {
    const declined = after(declineMeeting({ actor: actorOf(fair, exhibitor), now: later }, pending), pending);
    given(declined).when(bookByRun, command).thenRefused("REQUEST_NOT_PENDING", { status: "declined" });
    given(scheduled).when(bookByRun, command).thenRefused("REQUEST_NOT_PENDING", { status: "scheduled" });
  });

  test("SLOT_PAST: the slot has begun meanwhile", () => {
    given(pending)
      .when(bookByRun, { ...command, now: duringTheFair })
      .thenRefused("SLOT_PAST");
  });
});

describe("a publication is taken back", () => {
  test("a request is open again under a free number, as it was", () => {
    const { startsAt, endsAt, slotId } = first;
    const reopened = { meetingId, fairId: fair.fairId, ...people, slotId, startsAt, endsAt, place, scheduleRunId: runId };
    const taken = new Map([[quotaClaim(personOf(buyer).representativeId, 1), "another"]]);
    given(bookedRequest)
      .when(takeBackFromRun, { ...takeBack, taken })
      .then([meetingReopened.draft({ ...reopened, quotaNumber: 2, reopenedAt: later })]);
    expect(after(takeBackFromRun(takeBack, bookedRequest), bookedRequest)).toEqual(pending);
  });

  test("a request whose time is over, or whose sender has no number left, is cancelled; so is what nobody had asked for", () => {
    const cancelled = { status: "cancelled", active: false, reason: "scheduleUndone" };
    const tooLate = { ...takeBack, now: "2026-08-20T00:00:00.000Z" };
    expect(after(takeBackFromRun(tooLate, bookedRequest), bookedRequest)).toMatchObject(cancelled);
    const full = { ...takeBack, pendingRequestLimit: 0 };
    expect(after(takeBackFromRun(full, bookedRequest), bookedRequest)).toMatchObject(cancelled);
    expect(after(takeBackFromRun(takeBack, bookedWish), bookedWish)).toMatchObject(cancelled);
  });

  test("what somebody has changed since, what has begun, and what another run booked is left alone", () => {
    const move = { actor: asBuyer, slotId: second.slotId, fair, own: buyer, booths: [booth], taken: noClaims, now: later };
    const moved = after(rescheduleMeeting(move, bookedWish), bookedWish);
    const called = after(cancelMeeting({ actor: asBuyer, now: later }, bookedWish), bookedWish);
    for (const state of [moved, called, scheduled, pending]) given(state).when(takeBackFromRun, takeBack).thenNothing();
    given(bookedWish)
      .when(takeBackFromRun, { ...takeBack, now: duringTheFair })
      .thenNothing();
    given(bookedWish)
      .when(takeBackFromRun, { ...takeBack, runId: newId() })
      .thenNothing();
  });

  test("twice is once", () => {
    for (const state of [bookedRequest, bookedWish]) {
      given(after(takeBackFromRun(takeBack, state), state))
        .when(takeBackFromRun, takeBack)
        .thenNothing();
    }
  });
});

describe("a published repair", () => {
  const move = { runId, fromSlotId: first.slotId, to: { ...people, slot: second, place }, now: later };
  const { to: _, ...giveUp } = move;

  test("moves a booked meeting, gives one up, and says nothing the second time", () => {
    const moved = after(repairByRun(move, scheduled), scheduled);
    expect(moved).toMatchObject({ status: "scheduled", slotId: second.slotId });
    given(moved).when(repairByRun, move).thenNothing();
    const gone = after(repairByRun(giveUp, scheduled), scheduled);
    expect(gone).toMatchObject({ status: "cancelled", reason: "scheduleRepaired", by: "organizer" });
    given(gone).when(repairByRun, giveUp).thenNothing();
  });

  test("goes home when it is taken back, once, if its old place is free", () => {
    const moved = after(repairByRun(move, scheduled), scheduled);
    given(moved).when(takeBackFromRun, takeBack).thenNothing();
    const home = { ...takeBack, home: { slot: first, place } };
    const back = after(takeBackFromRun(home, moved), moved);
    expect(back).toMatchObject({ status: "scheduled", slotId: first.slotId });
    given(back).when(takeBackFromRun, home).thenNothing();
  });

  test("MEETING_NOT_FOUND, MEETING_NOT_SCHEDULED, MEETING_HAS_BEGUN, SLOT_PAST: it is no longer as the repair found it", () => {
    given<Meeting>(noMeeting).when(repairByRun, move).thenRefused("MEETING_NOT_FOUND");
    given(pending).when(repairByRun, move).thenRefused("MEETING_NOT_SCHEDULED");
    given(scheduled)
      .when(repairByRun, { ...move, fromSlotId: second.slotId })
      .thenRefused("MEETING_NOT_SCHEDULED");
    given(scheduled)
      .when(repairByRun, { ...move, now: duringTheFair })
      .thenRefused("MEETING_HAS_BEGUN");
    const past = { ...move, to: { ...move.to, slot: { ...second, startsAt: "2026-08-01T00:00:00.000Z" } } };
    given(scheduled).when(repairByRun, past).thenRefused("SLOT_PAST");
  });
});
