import { meetingRequestWithdrawn } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { type Actor, standingOf } from "./actor.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";

export interface WithdrawMeeting {
  readonly actor: Actor;
  readonly now: string;
}

/** The requester takes an open request back. */
export function withdrawMeeting({ actor, now }: WithdrawMeeting, state: Meeting): MeetingEvent[] {
  const { meeting, side } = standingOf(state, actor);
  if (side !== "requester") throw refuseMatchmaking("NOT_THE_REQUESTER");
  if (meeting.status !== "pending") throw refuseMatchmaking("REQUEST_NOT_PENDING", { status: meeting.status });
  const { meetingId, fairId, requester, recipientOrganizationId } = meeting;
  return [
    meetingRequestWithdrawn.draft({ meetingId, fairId, requester, recipientOrganizationId, by: "requester", withdrawnAt: now }),
  ];
}
