import { meetingRequestDeclined, meetingRequestExpired, meetingRequestWithdrawn } from "@rialto/contracts/matchmaking/events";
import { given } from "@rialto/testing/given";
import { test } from "vitest";
import { personOf } from "../../test/builders.ts";
import {
  asBuyer,
  asExhibitor,
  asStranger,
  buyer,
  exhibitor,
  fair,
  later,
  meetingId,
  pending,
  scheduled,
} from "../../test/stage.ts";
import { declineMeeting } from "./decline-meeting.ts";
import { expireRequest } from "./expire-request.ts";
import { withdrawMeeting } from "./withdraw-meeting.ts";

const facts = {
  meetingId,
  fairId: fair.fairId,
  requester: personOf(buyer),
  recipientOrganizationId: exhibitor.organizationId,
};

test("the recipient declines, with a reason", () => {
  given(pending)
    .when(declineMeeting, { actor: asExhibitor, reason: "Not this year.", now: later })
    .then([meetingRequestDeclined.draft({ ...facts, reason: "Not this year.", declinedAt: later })]);
});

test("NOT_THE_RECIPIENT: the requester does not decline", () => {
  given(pending).when(declineMeeting, { actor: asBuyer, now: later }).thenRefused("NOT_THE_RECIPIENT");
});

test("the requester withdraws", () => {
  given(pending)
    .when(withdrawMeeting, { actor: asBuyer, now: later })
    .then([meetingRequestWithdrawn.draft({ ...facts, by: "requester", withdrawnAt: later })]);
});

test("NOT_THE_REQUESTER: the recipient does not withdraw", () => {
  given(pending).when(withdrawMeeting, { actor: asExhibitor, now: later }).thenRefused("NOT_THE_REQUESTER");
});

test("REQUEST_NOT_PENDING: an answered request is neither declined nor withdrawn", () => {
  given(scheduled).when(declineMeeting, { actor: asExhibitor, now: later }).thenRefused("REQUEST_NOT_PENDING");
  given(scheduled).when(withdrawMeeting, { actor: asBuyer, now: later }).thenRefused("REQUEST_NOT_PENDING");
});

test("MEETING_NOT_FOUND: strangers learn nothing", () => {
  given(pending).when(declineMeeting, { actor: asStranger, now: later }).thenRefused("MEETING_NOT_FOUND");
  given(pending).when(withdrawMeeting, { actor: asStranger, now: later }).thenRefused("MEETING_NOT_FOUND");
});

test("a request expires at its time, not before, and only while it is open", () => {
  const due = "2026-08-11T02:00:00.000Z";
  given(pending)
    .when(expireRequest, { now: due })
    .then([meetingRequestExpired.draft({ ...facts, expiredAt: due })]);
  given(pending).when(expireRequest, { now: "2026-08-11T01:59:59.999Z" }).thenNothing();
  given(scheduled).when(expireRequest, { now: due }).thenNothing();
});
