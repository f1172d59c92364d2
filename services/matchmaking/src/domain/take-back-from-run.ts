import { type MeetingPlace, meetingReopened } from "@rialto/contracts/matchmaking/events";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { cancelled } from "./cancel-meeting.ts";
import { freeQuotaNumber, type TakenClaims } from "./claims.ts";
import { isAfter } from "./fair.ts";
import type { Meeting, MeetingEvent, ScheduledMeeting } from "./meeting.ts";
import { rescheduled } from "./reschedule-meeting.ts";

export interface TakeBackFromRun {
  readonly runId: string;
  /** Numbers of the requester's open requests that are taken. */
  readonly taken: TakenClaims;
  readonly pendingRequestLimit: number;
  /** Of a moved meeting: the slot that it came from, and a free seat in it; absent when there is none any more. */
  readonly home?: { readonly slot: TimeSlot; readonly place: MeetingPlace } | undefined;
  readonly now: string;
}

/** Whether a meeting is exactly as the run left it, and still to come. */
export const isAsRunLeftIt = (runId: string, state: Meeting, now: string): state is ScheduledMeeting =>
  state.status === "scheduled" && state.byRun?.runId === runId && state.checkedIn.length === 0 && isAfter(state.startsAt, now);

/**
 * A publication is taken back: a request is open again if its time to answer lasts and a number is free, a moved meeting
 * goes home, all else is cancelled. What somebody has changed since, or what has begun, is left alone.
 */
export function takeBackFromRun(command: TakeBackFromRun, state: Meeting): MeetingEvent[] {
  const { runId, home, now } = command;
  if (!isAsRunLeftIt(runId, state, now)) return [];
  const { requester, recipient, byRun } = state;
  if (byRun?.movedFrom !== undefined) {
    if (home === undefined) return [];
    const people = { requester: byRun.movedFrom.requester, recipient: byRun.movedFrom.recipient };
    return [rescheduled(state, { ...people, ...home, by: "organizer", scheduleRunId: runId, undo: true, now })];
  }
  const quotaNumber = numberToReopen(command, state);
  if (quotaNumber === undefined) {
    return [cancelled(state, { by: "organizer", reason: "scheduleUndone", scheduleRunId: runId, now })];
  }
  const { meetingId, fairId, slotId, startsAt, endsAt, place } = state;
  const booking = { requester, recipient, slotId, startsAt, endsAt, place };
  return [meetingReopened.draft({ meetingId, fairId, ...booking, scheduleRunId: runId, quotaNumber, reopenedAt: now })];
}

/** The lowest free number; none for what nobody had asked for, and for what would expire at once. */
function numberToReopen({ taken, pendingRequestLimit, now }: TakeBackFromRun, meeting: ScheduledMeeting): number | undefined {
  if (meeting.quotaNumber === 0 || !isAfter(meeting.expiresAt, now)) return undefined;
  return freeQuotaNumber(taken, meeting.requester.representativeId, pendingRequestLimit);
}
