import { meetingCancelled } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { type Actor, standingOf } from "./actor.ts";
import { isAfter } from "./fair.ts";
import type { ExistingMeeting, Meeting, MeetingEvent, ScheduledMeeting } from "./meeting.ts";

export interface CancelMeeting {
  readonly actor: Actor;
  readonly reason?: string | undefined;
  readonly now: string;
}

/** Either side, or an organizer, calls a meeting off before it begins. */
export function cancelMeeting({ actor, reason, now }: CancelMeeting, state: Meeting): MeetingEvent[] {
  const { meeting, side } = standingOf(state, actor);
  return [cancelled(stillToCome(meeting, now), { by: side ?? "organizer", reason, now })];
}

/** The meeting, as long as it can be moved or called off. Refuses MEETING_NOT_SCHEDULED and MEETING_HAS_BEGUN. */
export function stillToCome(meeting: ExistingMeeting, now: string): ScheduledMeeting {
  if (meeting.status !== "scheduled") throw refuseMatchmaking("MEETING_NOT_SCHEDULED", { status: meeting.status });
  if (!isAfter(meeting.startsAt, now)) throw refuseMatchmaking("MEETING_HAS_BEGUN", { startsAt: meeting.startsAt });
  return meeting;
}

type By = Parameters<typeof meetingCancelled.draft>[0]["by"];

export function cancelled(
  meeting: ScheduledMeeting,
  {
    by,
    reason,
    scheduleRunId,
    now,
  }: {
    readonly by: By;
    readonly reason?: string | undefined;
    readonly scheduleRunId?: string;
    readonly now: string;
  },
): MeetingEvent {
  const { meetingId, fairId, requester, recipient, slotId, startsAt, endsAt, place } = meeting;
  const booking = { requester, recipient, slotId, startsAt, endsAt, place };
  return meetingCancelled.draft({ meetingId, fairId, ...booking, by, reason, scheduleRunId, cancelledAt: now });
}
