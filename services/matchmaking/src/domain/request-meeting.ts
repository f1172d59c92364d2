import type { Preference } from "@rialto/contracts/matchmaking/events";
import { meetingRequested } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { assertRepresents, type Participation } from "./actor.ts";
import { busySlotIds, freeQuotaNumber, pairClaim, type TakenClaims } from "./claims.ts";
import { earlier, type Fair, isAfter, later, minutesAfter, slotOf } from "./fair.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";
import { isAdmitted, type Organization } from "./organization.ts";

export interface RequestMeeting {
  readonly meetingId: string;
  readonly fair: Fair;
  readonly requester: Participation;
  readonly own: Organization | undefined;
  readonly other: Organization | undefined;
  /** What each of the two has said about the other. */
  readonly preferences: { readonly own: Preference | undefined; readonly other: Preference | undefined };
  /** Best first. */
  readonly proposedSlotIds: readonly string[];
  readonly message?: string | undefined;
  readonly taken: TakenClaims;
  readonly now: string;
}

/** Asks for a meeting. Takes one of the requester's numbered open requests and the pair, but nobody's time. */
export function requestMeeting(command: RequestMeeting, state: Meeting): MeetingEvent[] {
  if (state.status !== "none") return [];
  const { meetingId, fair, requester, proposedSlotIds, message, now } = command;
  const other = assertMayMeet(command);
  assertProposable(command);
  const quotaNumber = quotaNumberFor(command, other.organizationId);
  return [
    meetingRequested.draft({
      meetingId,
      fairId: fair.fairId,
      requester,
      recipientOrganizationId: other.organizationId,
      proposedSlotIds: [...proposedSlotIds],
      message,
      quotaNumber,
      requestedAt: now,
      expiresAt: expiryOf(command),
    }),
  ];
}

function assertMayMeet({ fair, requester, own, other, preferences }: RequestMeeting): Organization {
  assertRepresents(own, requester.representativeId);
  if (!isAdmitted(own)) throw refuseMatchmaking("OWN_ORGANIZATION_NOT_VERIFIED");
  if (!isAdmitted(other) || other.fairId !== fair.fairId) throw refuseMatchmaking("OTHER_ORGANIZATION_NOT_FOUND");
  if (own.profile.role === other.profile.role) throw refuseMatchmaking("MEETING_WITH_SAME_ROLE");
  if (preferences.own === "noThanks") throw refuseMatchmaking("YOU_SAID_NO_THANKS");
  // What the other side has marked is its own affair: the sentence does not tell.
  if (preferences.other === "noThanks") throw refuseMatchmaking("MEETING_NOT_POSSIBLE");
  return other;
}

function assertProposable({ fair, requester, proposedSlotIds, taken, now }: RequestMeeting): void {
  if (new Set(proposedSlotIds).size < proposedSlotIds.length) throw refuseMatchmaking("SLOT_PROPOSED_TWICE");
  const busy = new Set(busySlotIds(taken, requester.representativeId));
  for (const slotId of proposedSlotIds) {
    if (!isAfter(slotOf(fair, slotId).startsAt, now)) throw refuseMatchmaking("SLOT_PAST", { slotId });
    if (busy.has(slotId)) throw refuseMatchmaking("REQUESTER_BUSY", { slotId });
  }
}

function quotaNumberFor({ fair, requester, taken }: RequestMeeting, otherId: string): number {
  const meetingId = taken.get(pairClaim(requester.organizationId, otherId));
  if (meetingId !== undefined) throw refuseMatchmaking("MEETING_ALREADY_OPEN", { meetingId });
  const limit = fair.rules.pendingRequestLimit;
  const number = freeQuotaNumber(taken, requester.representativeId, limit);
  if (number === undefined) throw refuseMatchmaking("PENDING_REQUEST_LIMIT", { limit });
  return number;
}

/** When the time to think is over, or the last proposed slot is. */
function expiryOf({ fair, proposedSlotIds, now }: RequestMeeting): string {
  const lastEnd = proposedSlotIds.map((slotId) => slotOf(fair, slotId).endsAt).reduce(later);
  return earlier(new Date(minutesAfter(now, fair.rules.requestExpiryMinutes)).toISOString(), lastEnd);
}
