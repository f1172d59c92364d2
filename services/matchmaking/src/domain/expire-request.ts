import { meetingRequestExpired } from "@rialto/contracts/matchmaking/events";
import { isAfter } from "./fair.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";

export interface ExpireRequest {
  readonly now: string;
}

/** A schedule's command: nothing to say when the request was answered in time or still has time. */
export function expireRequest({ now }: ExpireRequest, state: Meeting): MeetingEvent[] {
  if (state.status !== "pending" || isAfter(state.expiresAt, now)) return [];
  const { meetingId, fairId, requester, recipientOrganizationId } = state;
  return [meetingRequestExpired.draft({ meetingId, fairId, requester, recipientOrganizationId, expiredAt: now })];
}
