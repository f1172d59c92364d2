import { meetingScheduled } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { expect, test } from "vitest";
import { aBooth, aRepresentative, personOf } from "../../test/builders.ts";
import {
  acceptance,
  asBuyer,
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
import { acceptMeeting } from "./accept-meeting.ts";
import { pairClaim, personClaim, seatClaim } from "./claims.ts";
import { evolveMeeting } from "./evolve-meeting.ts";
import { expireRequest } from "./expire-request.ts";
import { noMeeting } from "./meeting.ts";

const slot = fair.slots[0]!;
const accepted = (overrides = {}) =>
  meetingScheduled.draft({
    meetingId,
    fairId: fair.fairId,
    requester: personOf(buyer),
    recipient: personOf(exhibitor),
    ...slot,
    place: { kind: "booth", boothId: booth.boothId, code: booth.code, zoneId: booth.zoneId, seat: 1 },
    scheduledAt: later,
    ...overrides,
  });
const taking = (...claims: string[]) => new Map(claims.map((claim) => [claim, "another-meeting"]));

test("accepting takes both people, a seat and the pair, and gives the numbered request back", () => {
  given(pending).when(acceptMeeting, acceptance()).then([accepted()]);
  expect(scheduled).toMatchObject({
    status: "scheduled",
    active: true,
    claims: [
      personClaim(personOf(buyer).representativeId, "d1-0930"),
      personClaim(personOf(exhibitor).representativeId, "d1-0930"),
      seatClaim(booth.boothId, 1, "d1-0930"),
      pairClaim(buyer.organizationId, exhibitor.organizationId),
    ],
  });
});

test("a colleague of the acceptor can be sent", () => {
  const colleague = aRepresentative();
  const own = { ...exhibitor, representatives: [...exhibitor.representatives, colleague] };
  const recipient = { organizationId: exhibitor.organizationId, representativeId: colleague.representativeId };
  given(pending)
    .when(acceptMeeting, acceptance({ own, representativeId: colleague.representativeId }))
    .then([accepted({ recipient })]);
});

test("the next seat, or the exhibitor's next booth, is taken when the first is not free", () => {
  const second = aBooth({ fairId: fair.fairId, organizationId: exhibitor.organizationId, code: "A-013" });
  const firstSeat = seatClaim(booth.boothId, 1, "d1-0930");
  const bothSeats = taking(firstSeat, seatClaim(booth.boothId, 2, "d1-0930"));
  given(pending)
    .when(acceptMeeting, acceptance({ taken: taking(firstSeat) }))
    .then([accepted({ place: { kind: "booth", boothId: booth.boothId, code: booth.code, zoneId: booth.zoneId, seat: 2 } })]);
  given(pending)
    .when(acceptMeeting, acceptance({ booths: [booth, second], taken: bothSeats }))
    .then([accepted({ place: { kind: "booth", boothId: second.boothId, code: "A-013", zoneId: second.zoneId, seat: 1 } })]);
});

test("the chosen slot decides, even when the other proposed ones are taken", () => {
  const taken = taking(personClaim(personOf(buyer).representativeId, "d1-1000"));
  given(pending).when(acceptMeeting, acceptance({ taken })).then([accepted()]);
});

test("the rest of a slot that has begun can still be used", () => {
  const now = "2026-09-01T01:45:00.000Z";
  const patient = { ...pending, expiresAt: "2026-09-01T02:00:00.000Z" };
  given(patient)
    .when(acceptMeeting, acceptance({ now }))
    .then([accepted({ scheduledAt: now })]);
});

test("SLOT_TAKEN: what is taken is said, never by whom, and up to three free slots, proposed first, then nearest", () => {
  const mine = personClaim(personOf(exhibitor).representativeId, "d1-0930");
  const theirs = personClaim(personOf(buyer).representativeId, "d1-0930");
  const [, second, third, fourth] = fair.slots;
  given(pending)
    .when(acceptMeeting, acceptance({ taken: taking(mine) }))
    .thenRefused("SLOT_TAKEN", { conflict: { slotId: "d1-0930", taken: "you" }, alternatives: [second, third, fourth] });
  given(pending)
    .when(acceptMeeting, acceptance({ taken: taking(theirs, personClaim(personOf(buyer).representativeId, "d1-1030")) }))
    .thenRefused("SLOT_TAKEN", {
      conflict: { slotId: "d1-0930", taken: "other" },
      alternatives: [second, fourth, fair.slots[4]],
    });
  given(pending)
    .when(
      acceptMeeting,
      acceptance({
        slotId: "d1-1000",
        taken: taking(seatClaim(booth.boothId, 1, "d1-1000"), seatClaim(booth.boothId, 2, "d1-1000")),
      }),
    )
    .thenRefused("SLOT_TAKEN", { conflict: { slotId: "d1-1000", taken: "place" }, alternatives: [slot, third, fourth] });
});

test("NO_MEETING_PLACE: without a booth there is nowhere to sit", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ booths: [] }))
    .thenRefused("NO_MEETING_PLACE");
});

test("NOT_THE_RECIPIENT: whoever asked does not answer", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ actor: asBuyer }))
    .thenRefused("NOT_THE_RECIPIENT");
});

test("MEETING_NOT_FOUND: others' meetings, those of another fair and none look the same", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ actor: asStranger }))
    .thenRefused("MEETING_NOT_FOUND");
  given(noMeeting).when(acceptMeeting, acceptance()).thenRefused("MEETING_NOT_FOUND");
  const elsewhere = { ...acceptance().actor, fairId: meetingId };
  given(pending)
    .when(acceptMeeting, acceptance({ actor: elsewhere }))
    .thenRefused("MEETING_NOT_FOUND");
});

test("REQUEST_NOT_PENDING: it is answered once", () => {
  given(scheduled).when(acceptMeeting, acceptance()).thenRefused("REQUEST_NOT_PENDING", { status: "scheduled" });
});

test("REQUEST_EXPIRED: an answer after the time to think, also before the schedule has noticed", () => {
  const now = "2026-08-11T02:00:00.000Z";
  given(pending).when(acceptMeeting, acceptance({ now })).thenRefused("REQUEST_EXPIRED");
  const expired = expireRequest({ now }, pending).reduce(evolveMeeting, pending);
  given(expired).when(acceptMeeting, acceptance({ now })).thenRefused("REQUEST_NOT_PENDING", { status: "expired" });
});

test("SLOT_NOT_PROPOSED: the recipient chooses among what was proposed", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ slotId: "d1-1100" }))
    .thenRefused("SLOT_NOT_PROPOSED");
});

test("SLOT_UNKNOWN: a proposed slot that the fair no longer has", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ fair: { ...fair, slots: [] } }))
    .thenRefused("SLOT_UNKNOWN");
});

test("SLOT_PAST: a slot that is over", () => {
  const patient = { ...pending, expiresAt: "2026-09-02T00:00:00.000Z" };
  given(patient)
    .when(acceptMeeting, acceptance({ now: "2026-09-01T02:00:00.000Z" }))
    .thenRefused("SLOT_PAST");
});

test("NOT_A_REPRESENTATIVE and REPRESENTATIVE_NOT_YOURS: only people of the organization accept and are sent", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ own: { ...exhibitor, representatives: [] } }))
    .thenRefused("NOT_A_REPRESENTATIVE");
  given(pending)
    .when(acceptMeeting, acceptance({ representativeId: personOf(buyer).representativeId }))
    .thenRefused("REPRESENTATIVE_NOT_YOURS");
});

test("OWN_ORGANIZATION_NOT_VERIFIED and OTHER_ORGANIZATION_NOT_FOUND: both must be admitted at the time of the answer", () => {
  given(pending)
    .when(acceptMeeting, acceptance({ own: { ...exhibitor, status: "rejected" } }))
    .thenRefused("OWN_ORGANIZATION_NOT_VERIFIED");
  given(pending)
    .when(acceptMeeting, acceptance({ other: { ...buyer, status: "rejected" } }))
    .thenRefused("OTHER_ORGANIZATION_NOT_FOUND");
});
