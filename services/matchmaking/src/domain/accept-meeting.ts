import { meetingScheduled } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { type Actor, assertRepresents, type Participation, standingOf } from "./actor.ts";
import { seatFor } from "./book-slot.ts";
import { type TakenClaims, withoutOwn } from "./claims.ts";
import { type Fair, isAfter, slotOf } from "./fair.ts";
import type { Meeting, MeetingEvent, PendingRequest } from "./meeting.ts";
import { isAdmitted, type Organization, represents } from "./organization.ts";
import type { Booth } from "./place.ts";

export interface AcceptMeeting {
  readonly actor: Actor;
  readonly slotId: string;
  /** Who of the accepting organization will meet; the caller when absent. */
  readonly representativeId?: string | undefined;
  readonly fair: Fair;
  readonly own: Organization | undefined;
  readonly other: Organization | undefined;
  readonly booths: readonly Booth[];
  readonly taken: TakenClaims;
  readonly now: string;
}

/** The recipient chooses one of the proposed slots: takes both people and a seat in one write. */
export function acceptMeeting(command: AcceptMeeting, state: Meeting): MeetingEvent[] {
  const { meeting, recipient } = answerableBy(command, state);
  const { fair, slotId, booths, taken, now } = command;
  if (!meeting.proposedSlotIds.includes(slotId)) throw refuseMatchmaking("SLOT_NOT_PROPOSED", { slotId });
  const slot = slotOf(fair, slotId);
  // A slot that has just begun may still be used: that is how the rest of a freed one is.
  if (!isAfter(slot.endsAt, now)) throw refuseMatchmaking("SLOT_PAST", { slotId });
  const { meetingId, fairId, requester, proposedSlotIds } = meeting;
  const place = seatFor({
    fair,
    booths,
    slot,
    proposedSlotIds,
    taken: withoutOwn(taken, meetingId),
    now,
    representativeIds: [requester.representativeId, recipient.representativeId],
    people: [
      { representativeId: recipient.representativeId, is: "you" },
      { representativeId: requester.representativeId, is: "other" },
    ],
  });
  return [meetingScheduled.draft({ meetingId, fairId, requester, recipient, ...slot, place, scheduledAt: now })];
}

function answerableBy(command: AcceptMeeting, state: Meeting): { meeting: PendingRequest; recipient: Participation } {
  const { meeting, side, participation } = standingOf(state, command.actor);
  if (side !== "recipient" || participation === undefined) throw refuseMatchmaking("NOT_THE_RECIPIENT");
  if (meeting.status !== "pending") throw refuseMatchmaking("REQUEST_NOT_PENDING", { status: meeting.status });
  if (!isAfter(meeting.expiresAt, command.now)) throw refuseMatchmaking("REQUEST_EXPIRED", { expiresAt: meeting.expiresAt });
  assertRepresents(command.own, participation.representativeId);
  if (!isAdmitted(command.own)) throw refuseMatchmaking("OWN_ORGANIZATION_NOT_VERIFIED");
  if (!isAdmitted(command.other)) throw refuseMatchmaking("OTHER_ORGANIZATION_NOT_FOUND");
  const representativeId = command.representativeId ?? participation.representativeId;
  if (!represents(command.own, representativeId)) throw refuseMatchmaking("REPRESENTATIVE_NOT_YOURS");
  return { meeting, recipient: { organizationId: participation.organizationId, representativeId } };
}
