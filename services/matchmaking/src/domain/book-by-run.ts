import { type MeetingPlace, type MeetingSide, meetingScheduled } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { isAfter } from "./fair.ts";
import { isBooked, type Meeting, type MeetingEvent } from "./meeting.ts";

export interface BookByRun {
  readonly runId: string;
  readonly meetingId: string;
  readonly fairId: string;
  readonly requester: MeetingSide;
  readonly recipient: MeetingSide;
  readonly slot: TimeSlot;
  readonly place: MeetingPlace;
  readonly now: string;
}

/**
 * A published schedule books one of its meetings: an open request, or a wish that nobody had put as a request. Said again
 * it says nothing, so that a publication may be resumed. The index refuses people and seats that others have taken.
 */
export function bookByRun(command: BookByRun, state: Meeting): MeetingEvent[] {
  const { runId, meetingId, fairId, requester, recipient, slot, place, now } = command;
  if (isBooked(state) && state.byRun?.runId === runId) return [];
  if (state.status !== "none" && state.status !== "pending") {
    throw refuseMatchmaking("REQUEST_NOT_PENDING", { status: state.status });
  }
  if (!isAfter(slot.startsAt, now)) throw refuseMatchmaking("SLOT_PAST", { slotId: slot.slotId });
  return [
    meetingScheduled.draft({ meetingId, fairId, requester, recipient, ...slot, place, scheduleRunId: runId, scheduledAt: now }),
  ];
}
