import { meetingRequestWithdrawn } from "@rialto/contracts/matchmaking/events";
import { cancelled } from "./cancel-meeting.ts";
import { isAfter } from "./fair.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";

/** Why the system closed it: a code that screens put into words. */
export type ClosingReason = "organizationRejected" | "representativeRemoved" | "boothReleased";

export interface CloseBySystem {
  readonly reason: ClosingReason;
  readonly now: string;
}

/** An organization or a person is no longer admitted: open requests and meetings to come end, what has begun is left alone. */
export function closeBySystem({ reason, now }: CloseBySystem, state: Meeting): MeetingEvent[] {
  if (state.status === "scheduled" && isAfter(state.startsAt, now)) return [cancelled(state, { by: "system", reason, now })];
  if (state.status !== "pending") return [];
  const { meetingId, fairId, requester, recipientOrganizationId } = state;
  return [
    meetingRequestWithdrawn.draft({ meetingId, fairId, requester, recipientOrganizationId, by: "system", withdrawnAt: now }),
  ];
}
