import { meetingRequested } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { test } from "vitest";
import { anOrganization, personOf } from "../../test/builders.ts";
import { buyer, exhibitor, fair, meetingId, now, pending, request } from "../../test/stage.ts";
import { pairClaim, personClaim, quotaClaim } from "./claims.ts";
import { noMeeting } from "./meeting.ts";
import { requestMeeting } from "./request-meeting.ts";

const { representativeId } = personOf(buyer);
const requested = (overrides = {}) =>
  meetingRequested.draft({
    meetingId,
    fairId: fair.fairId,
    requester: personOf(buyer),
    recipientOrganizationId: exhibitor.organizationId,
    proposedSlotIds: ["d1-0930", "d1-1000"],
    quotaNumber: 1,
    requestedAt: now,
    expiresAt: "2026-08-11T02:00:00.000Z",
    ...overrides,
  });

test("a verified buyer asks a verified exhibitor", () => {
  given(noMeeting).when(requestMeeting, request()).then([requested()]);
});

test("the lowest free number of open requests is taken", () => {
  const taken = new Map([1, 2, 4].map((number) => [quotaClaim(representativeId, number), "other"]));
  given(noMeeting)
    .when(requestMeeting, request({ taken }))
    .then([requested({ quotaNumber: 3 })]);
});

test("a request does not outlive the slots that it proposes", () => {
  const command = request({ now: "2026-09-01T01:00:00.000Z", proposedSlotIds: ["d1-1000", "d1-0930"] });
  const expected = { requestedAt: command.now, proposedSlotIds: ["d1-1000", "d1-0930"], expiresAt: "2026-09-01T02:30:00.000Z" };
  given(noMeeting)
    .when(requestMeeting, command)
    .then([requested(expected)]);
});

test("asked twice under one id, it is asked once", () => {
  given(pending).when(requestMeeting, request()).thenNothing();
});

test("NOT_A_REPRESENTATIVE: a person who was removed asks for nobody", () => {
  const own = { ...buyer, representatives: [] };
  given(noMeeting).when(requestMeeting, request({ own })).thenRefused("NOT_A_REPRESENTATIVE");
});

test("OWN_ORGANIZATION_NOT_VERIFIED: the organizer has the first word", () => {
  for (const status of ["registered", "rejected", "unknown"] as const) {
    given(noMeeting)
      .when(requestMeeting, request({ own: { ...buyer, status } }))
      .thenRefused("OWN_ORGANIZATION_NOT_VERIFIED");
  }
});

test("OTHER_ORGANIZATION_NOT_FOUND: unknown, not admitted, or at another fair look the same", () => {
  const elsewhere = anOrganization();
  for (const other of [undefined, { ...exhibitor, status: "registered" as const }, elsewhere]) {
    given(noMeeting).when(requestMeeting, request({ other })).thenRefused("OTHER_ORGANIZATION_NOT_FOUND");
  }
});

test("MEETING_WITH_SAME_ROLE: a buyer does not meet a buyer here, nor itself", () => {
  given(noMeeting)
    .when(requestMeeting, request({ other: buyer }))
    .thenRefused("MEETING_WITH_SAME_ROLE");
});

test("YOU_SAID_NO_THANKS: an own refusal stands until it is taken back", () => {
  const preferences = { own: "noThanks" as const, other: undefined };
  given(noMeeting).when(requestMeeting, request({ preferences })).thenRefused("YOU_SAID_NO_THANKS");
});

test("MEETING_NOT_POSSIBLE: the other side's refusal is absolute and stays its own affair", () => {
  const preferences = { own: "mustMeet" as const, other: "noThanks" as const };
  given(noMeeting).when(requestMeeting, request({ preferences })).thenRefused("MEETING_NOT_POSSIBLE", {});
});

test("SLOT_UNKNOWN: only slots of the fair's grid can be proposed", () => {
  given(noMeeting)
    .when(requestMeeting, request({ proposedSlotIds: ["d1-0935"] }))
    .thenRefused("SLOT_UNKNOWN", { slotId: "d1-0935" });
});

test("SLOT_PROPOSED_TWICE: three proposals are three slots", () => {
  given(noMeeting)
    .when(requestMeeting, request({ proposedSlotIds: ["d1-0930", "d1-0930"] }))
    .thenRefused("SLOT_PROPOSED_TWICE");
});

test("SLOT_PAST: a slot that has begun is not proposed", () => {
  given(noMeeting)
    .when(requestMeeting, request({ now: "2026-09-01T01:30:00.000Z" }))
    .thenRefused("SLOT_PAST", { slotId: "d1-0930" });
});

test("REQUESTER_BUSY: nobody proposes a time that is already given away", () => {
  const taken = new Map([[personClaim(representativeId, "d1-1000"), "other"]]);
  given(noMeeting).when(requestMeeting, request({ taken })).thenRefused("REQUESTER_BUSY", { slotId: "d1-1000" });
});

test("PENDING_REQUEST_LIMIT: as many open requests as the fair allows, and no more", () => {
  const limited = { ...fair, rules: { ...fair.rules, pendingRequestLimit: 2 } };
  const taken = new Map([1, 2].map((number) => [quotaClaim(representativeId, number), "other"]));
  given(noMeeting)
    .when(requestMeeting, request({ fair: limited, taken }))
    .thenRefused("PENDING_REQUEST_LIMIT", { limit: 2 });
});

test("MEETING_ALREADY_OPEN: two organizations have one open matter, whoever asked, and it is named", () => {
  const taken = new Map([[pairClaim(exhibitor.organizationId, buyer.organizationId), "the-other-one"]]);
  given(noMeeting).when(requestMeeting, request({ taken })).thenRefused("MEETING_ALREADY_OPEN", { meetingId: "the-other-one" });
});
