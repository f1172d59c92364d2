import { meetingCheckedIn, meetingHeld, meetingMissed } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { expect, test } from "vitest";
import { organizerOf, personOf, rules } from "../../test/builders.ts";
import {
  after,
  asBuyer,
  asExhibitor,
  asStranger,
  booth,
  buyer,
  exhibitor,
  fair,
  later,
  meetingId,
  pending,
  scheduled,
} from "../../test/stage.ts";
import { cancelMeeting } from "./cancel-meeting.ts";
import { checkIn } from "./check-in.ts";
import { personClaim, seatClaim } from "./claims.ts";
import { markMissed } from "./mark-missed.ts";

const slot = fair.slots[0]!;
const facts = { meetingId, fairId: fair.fairId, requester: personOf(buyer), recipient: personOf(exhibitor), ...slot };
const opens = "2026-09-01T01:00:00.000Z";
const closes = "2026-09-01T01:40:00.000Z";
const tooLate = "2026-09-01T01:40:00.001Z";
const arrive = (actor: typeof asBuyer, now: string) => ({ actor, rules, now });
const oneIsThere = after(checkIn(arrive(asBuyer, opens), scheduled), scheduled);
const held = after(checkIn(arrive(asExhibitor, closes), oneIsThere), oneIsThere);
const missed = after(markMissed({ rules, now: tooLate }, oneIsThere), oneIsThere);

test("the first side is there, the second makes it held", () => {
  given(scheduled)
    .when(checkIn, arrive(asBuyer, opens))
    .then([meetingCheckedIn.draft({ ...facts, side: "requester", checkedInAt: opens })]);
  given(oneIsThere)
    .when(checkIn, arrive(asExhibitor, closes))
    .then([
      meetingCheckedIn.draft({ ...facts, side: "recipient", checkedInAt: closes }),
      meetingHeld.draft({ ...facts, heldAt: closes }),
    ]);
});

test("a held meeting keeps its people and its seat, and lets the pair meet again", () => {
  expect(held).toMatchObject({ status: "held", active: true, checkedIn: ["requester", "recipient"] });
  expect(held).toHaveProperty("claims", [
    personClaim(personOf(buyer).representativeId, "d1-0930"),
    personClaim(personOf(exhibitor).representativeId, "d1-0930"),
    seatClaim(booth.boothId, 1, "d1-0930"),
  ]);
});

test("saying it twice is saying it once", () => {
  given(oneIsThere).when(checkIn, arrive(asBuyer, opens)).thenNothing();
  given(held).when(checkIn, arrive(asBuyer, tooLate)).thenNothing();
});

test("CHECK_IN_NOT_OPEN: not earlier than the fair allows", () => {
  given(scheduled).when(checkIn, arrive(asBuyer, "2026-09-01T00:59:59.999Z")).thenRefused("CHECK_IN_NOT_OPEN");
});

test("CHECK_IN_CLOSED: the other side does not wait for ever", () => {
  given(scheduled).when(checkIn, arrive(asBuyer, tooLate)).thenRefused("CHECK_IN_CLOSED");
});

test("a meeting booked into a slot that has begun is awaited from then on", () => {
  const spontaneous = { ...scheduled, awaitedFrom: "2026-09-01T01:45:00.000Z" };
  given(spontaneous).when(markMissed, { rules, now: "2026-09-01T01:55:00.000Z" }).thenNothing();
  given(spontaneous)
    .when(checkIn, arrive(asBuyer, "2026-09-01T01:55:00.000Z"))
    .then([meetingCheckedIn.draft({ ...facts, side: "requester", checkedInAt: "2026-09-01T01:55:00.000Z" })]);
});

test("MEETING_NOT_SCHEDULED: nobody comes to what is not on the schedule", () => {
  const cancelled = after(cancelMeeting({ actor: asBuyer, now: later }, scheduled), scheduled);
  for (const state of [pending, cancelled, missed]) {
    given(state).when(checkIn, arrive(asExhibitor, opens)).thenRefused("MEETING_NOT_SCHEDULED");
  }
});

test("MEETING_NOT_FOUND: an organizer checks nobody in, a stranger learns nothing", () => {
  given(scheduled).when(checkIn, arrive(asStranger, opens)).thenRefused("MEETING_NOT_FOUND");
  given(scheduled)
    .when(checkIn, arrive(organizerOf(fair), opens))
    .thenRefused("MEETING_NOT_FOUND");
});

test("whoever is not there when the time is over has missed it", () => {
  const place = { kind: "booth" as const, boothId: booth.boothId, code: booth.code, zoneId: booth.zoneId, seat: 1 };
  given(oneIsThere)
    .when(markMissed, { rules, now: tooLate })
    .then([meetingMissed.draft({ ...facts, place, noShows: ["recipient"], missedAt: tooLate })]);
  given(scheduled)
    .when(markMissed, { rules, now: tooLate })
    .then([meetingMissed.draft({ ...facts, place, noShows: ["requester", "recipient"], missedAt: tooLate })]);
  expect(missed).toMatchObject({ status: "missed", active: false });
});

test("nothing is missed before its time, or once it is held, cancelled or missed", () => {
  given(scheduled).when(markMissed, { rules, now: closes }).thenNothing();
  for (const state of [held, missed, pending]) given(state).when(markMissed, { rules, now: tooLate }).thenNothing();
});
