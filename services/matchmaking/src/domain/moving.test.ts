import { meetingCancelled, meetingRequestWithdrawn, meetingRescheduled } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { expect, test } from "vitest";
import { aBooth, aRepresentative, organizerOf, personOf } from "../../test/builders.ts";
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
import { noClaims, personClaim, seatClaim } from "./claims.ts";
import { closeBySystem } from "./close-by-system.ts";
import { leaveBooth } from "./leave-booth.ts";
import { type RescheduleMeeting, rescheduleMeeting } from "./reschedule-meeting.ts";

const [slot, next] = fair.slots as [(typeof fair.slots)[0], (typeof fair.slots)[0]];
const place = { kind: "booth" as const, boothId: booth.boothId, code: booth.code, zoneId: booth.zoneId, seat: 1 };
const people = { requester: personOf(buyer), recipient: personOf(exhibitor) };
const facts = { meetingId, fairId: fair.fairId, ...people, place };
const onTheDay = "2026-09-01T01:30:00.000Z";
const taking = (...claims: string[]) => new Map(claims.map((claim) => [claim, "another-meeting"]));
const previous = { ...people, slotId: slot.slotId, place };

const move = (overrides: Partial<RescheduleMeeting> = {}): RescheduleMeeting => ({
  actor: asExhibitor,
  slotId: next.slotId,
  fair,
  own: exhibitor,
  booths: [booth],
  taken: noClaims,
  now: later,
  ...overrides,
});
const moved = (overrides = {}) =>
  meetingRescheduled.draft({ ...facts, ...next, previous, by: "recipient", rescheduledAt: later, ...overrides });

test("either side or an organizer cancels, and everything it held is free", () => {
  for (const [actor, by] of [
    [asBuyer, "requester"],
    [asExhibitor, "recipient"],
    [organizerOf(fair), "organizer"],
  ] as const) {
    given(scheduled)
      .when(cancelMeeting, { actor, reason: "Ill", now: later })
      .then([meetingCancelled.draft({ ...facts, ...slot, by, reason: "Ill", cancelledAt: later })]);
  }
  const state = after(cancelMeeting({ actor: asBuyer, now: later }, scheduled), scheduled);
  expect(state).toMatchObject({ status: "cancelled", active: false });
  expect(state).not.toHaveProperty("claims");
});

test("MEETING_NOT_SCHEDULED: a request is not cancelled or moved", () => {
  given(pending).when(cancelMeeting, { actor: asBuyer, now: later }).thenRefused("MEETING_NOT_SCHEDULED", { status: "pending" });
  given(pending).when(rescheduleMeeting, move()).thenRefused("MEETING_NOT_SCHEDULED");
});

test("MEETING_HAS_BEGUN: from its first minute on a meeting is met or missed", () => {
  given(scheduled).when(cancelMeeting, { actor: asBuyer, now: onTheDay }).thenRefused("MEETING_HAS_BEGUN");
  given(scheduled)
    .when(rescheduleMeeting, move({ now: onTheDay }))
    .thenRefused("MEETING_HAS_BEGUN");
});

test("MEETING_NOT_FOUND: strangers move nothing, and an organizer of another fair is a stranger", () => {
  given(scheduled).when(cancelMeeting, { actor: asStranger, now: later }).thenRefused("MEETING_NOT_FOUND");
  const elsewhere = { ...organizerOf(fair), fairId: meetingId };
  given(scheduled).when(cancelMeeting, { actor: elsewhere, now: later }).thenRefused("MEETING_NOT_FOUND");
});

test("a meeting moves in one step and keeps its place", () => {
  given(scheduled).when(rescheduleMeeting, move()).then([moved()]);
  const state = after(rescheduleMeeting(move(), scheduled), scheduled);
  expect(state).toMatchObject({
    status: "scheduled",
    slotId: "d1-1000",
    claims: expect.arrayContaining([seatClaim(booth.boothId, 1, "d1-1000")]),
  });
  expect(JSON.stringify(state)).not.toContain("@d1-0930");
});

test("what the meeting itself holds does not stand in its way", () => {
  const own = new Map([[seatClaim(booth.boothId, 1, next.slotId), meetingId]]);
  given(scheduled)
    .when(rescheduleMeeting, move({ taken: own }))
    .then([moved()]);
});

test("it is seated again where its booth has no room, or has gone", () => {
  const other = aBooth({ organizationId: exhibitor.organizationId, code: "A-001" });
  const full = taking(seatClaim(booth.boothId, 1, next.slotId), seatClaim(booth.boothId, 2, next.slotId));
  const seated = { kind: "booth" as const, boothId: other.boothId, code: "A-001", zoneId: other.zoneId, seat: 1 };
  given(scheduled)
    .when(rescheduleMeeting, move({ booths: [other, booth] }))
    .then([moved()]);
  given(scheduled)
    .when(rescheduleMeeting, move({ booths: [other, booth], taken: full }))
    .then([moved({ place: seated })]);
  given(scheduled)
    .when(rescheduleMeeting, move({ booths: [other] }))
    .then([moved({ place: seated })]);
});

test("a colleague takes over, also in the same slot", () => {
  const colleague = aRepresentative();
  const own = { ...exhibitor, representatives: [...exhibitor.representatives, colleague] };
  const recipient = { organizationId: exhibitor.organizationId, representativeId: colleague.representativeId };
  given(scheduled)
    .when(rescheduleMeeting, move({ own, slotId: slot.slotId, representativeId: colleague.representativeId }))
    .then([moved({ ...slot, recipient })]);
});

test("moving to where it already is says nothing", () => {
  given(scheduled)
    .when(rescheduleMeeting, move({ slotId: slot.slotId }))
    .thenNothing();
});

test("REPRESENTATIVE_NOT_YOURS: nobody sends the other side's people, and an organizer sends nobody", () => {
  const representativeId = personOf(buyer).representativeId;
  given(scheduled).when(rescheduleMeeting, move({ representativeId })).thenRefused("REPRESENTATIVE_NOT_YOURS");
  given(scheduled)
    .when(rescheduleMeeting, move({ actor: organizerOf(fair), own: undefined, representativeId }))
    .thenRefused("REPRESENTATIVE_NOT_YOURS");
});

test("SLOT_UNKNOWN, SLOT_PAST, NO_MEETING_PLACE: as for accepting", () => {
  given(scheduled)
    .when(rescheduleMeeting, move({ slotId: "d9-0930" }))
    .thenRefused("SLOT_UNKNOWN");
  const lateMeeting = { ...scheduled, startsAt: "2026-09-01T05:00:00.000Z" };
  given(lateMeeting)
    .when(rescheduleMeeting, move({ now: "2026-09-01T02:00:00.000Z" }))
    .thenRefused("SLOT_PAST");
  given(scheduled)
    .when(rescheduleMeeting, move({ booths: [] }))
    .thenRefused("NO_MEETING_PLACE");
});

test("SLOT_TAKEN: the sides read you and other, an organizer reads which side", () => {
  const taken = taking(personClaim(personOf(buyer).representativeId, next.slotId));
  const conflictFor = (actor: RescheduleMeeting["actor"], is: string) =>
    given(scheduled)
      .when(rescheduleMeeting, move({ actor, taken }))
      .thenRefused("SLOT_TAKEN", { conflict: { slotId: next.slotId, taken: is } });
  conflictFor(asBuyer, "you");
  conflictFor(asExhibitor, "other");
  conflictFor(organizerOf(fair), "requester");
});

test("the system cancels meetings to come and withdraws open requests; what has begun or is closed is left alone", () => {
  const command = { reason: "organizationRejected" as const, now: later };
  const { place: _, recipient: __, ...request } = { ...facts, recipientOrganizationId: exhibitor.organizationId };
  given(scheduled)
    .when(closeBySystem, command)
    .then([meetingCancelled.draft({ ...facts, ...slot, by: "system", reason: "organizationRejected", cancelledAt: later })]);
  given(pending)
    .when(closeBySystem, command)
    .then([meetingRequestWithdrawn.draft({ ...request, by: "system", withdrawnAt: later })]);
  given(scheduled)
    .when(closeBySystem, { ...command, now: onTheDay })
    .thenNothing();
  const cancelled = after(closeBySystem(command, scheduled), scheduled);
  given(cancelled).when(closeBySystem, command).thenNothing();
});

test("a released booth: the meeting moves to the exhibitor's other booth, or is cancelled", () => {
  const other = aBooth({ organizationId: exhibitor.organizationId, code: "B-001", capacity: 1 });
  const command = { boothId: booth.boothId, booths: [booth, other], taken: noClaims, now: later };
  const seated = { kind: "booth" as const, boothId: other.boothId, code: "B-001", zoneId: other.zoneId, seat: 1 };
  given(scheduled)
    .when(leaveBooth, command)
    .then([moved({ ...slot, place: seated, by: "system" })]);
  given(scheduled)
    .when(leaveBooth, { ...command, taken: taking(seatClaim(other.boothId, 1, slot.slotId)) })
    .then([meetingCancelled.draft({ ...facts, ...slot, by: "system", reason: "boothReleased", cancelledAt: later })]);
  given(scheduled)
    .when(leaveBooth, { ...command, boothId: other.boothId })
    .thenNothing();
  given(scheduled)
    .when(leaveBooth, { ...command, now: onTheDay })
    .thenNothing();
});
