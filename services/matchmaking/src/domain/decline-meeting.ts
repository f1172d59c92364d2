import { meetingRequestDeclined } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { type Actor, standingOf } from "./actor.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";

export interface DeclineMeeting {
  readonly actor: Actor;
  readonly reason?: string | undefined;
  readonly now: string;
}

/** The recipient says no. */
export function declineMeeting({ actor, reason, now }: DeclineMeeting, state: Meeting): MeetingEvent[] {
  const { meeting, side } = standingOf(state, actor);
  if (side !== "recipient") throw refuseMatchmaking("NOT_THE_RECIPIENT");
  if (meeting.status !== "pending") throw refuseMatchmaking("REQUEST_NOT_PENDING", { status: meeting.status });
  const { meetingId, fairId, requester, recipientOrganizationId } = meeting;
  return [meetingRequestDeclined.draft({ meetingId, fairId, requester, recipientOrganizationId, reason, declinedAt: now })];
}
