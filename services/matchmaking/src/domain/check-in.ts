import type { SideName } from "@rialto/contracts/matchmaking/events";
import { meetingCheckedIn, meetingHeld } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { FairRules } from "@rialto/contracts/venue/events";
import { type Actor, otherSide, standingOf } from "./actor.ts";
import { minutesAfter } from "./fair.ts";
import { type ExistingMeeting, isBooked, type Meeting, type MeetingEvent, type ScheduledMeeting } from "./meeting.ts";

export interface CheckIn {
  readonly actor: Actor;
  readonly rules: FairRules;
  readonly now: string;
}

/** A side says that it is there. The second one makes the meeting held; saying it twice is saying it once. */
export function checkIn({ actor, rules, now }: CheckIn, state: Meeting): MeetingEvent[] {
  const { meeting, side } = standingOf(state, actor);
  if (side === undefined) throw refuseMatchmaking("MEETING_NOT_FOUND");
  if (isThere(meeting, side)) return [];
  if (meeting.status !== "scheduled") throw refuseMatchmaking("MEETING_NOT_SCHEDULED", { status: meeting.status });
  assertOpen(meeting, rules, now);
  const { meetingId, fairId, requester, recipient, slotId, startsAt, endsAt } = meeting;
  const booking = { meetingId, fairId, requester, recipient, slotId, startsAt, endsAt };
  const checkedIn = meetingCheckedIn.draft({ ...booking, side, checkedInAt: now });
  if (!meeting.checkedIn.includes(otherSide(side))) return [checkedIn];
  return [checkedIn, meetingHeld.draft({ ...booking, heldAt: now })];
}

const isThere = (meeting: ExistingMeeting, side: SideName) =>
  isBooked(meeting) && meeting.status !== "cancelled" && meeting.checkedIn.includes(side);

/** Open from some minutes before the slot until the other side would have waited in vain. */
function assertOpen(meeting: ScheduledMeeting, rules: FairRules, now: string): void {
  const instant = Date.parse(now);
  if (instant < minutesAfter(meeting.startsAt, -rules.checkInOpensMinutes)) throw refuseMatchmaking("CHECK_IN_NOT_OPEN");
  if (instant > noShowAt(meeting, rules)) throw refuseMatchmaking("CHECK_IN_CLOSED");
}

/** Milliseconds since 1970 after which a side that is not there has missed the meeting. */
export const noShowAt = (meeting: ScheduledMeeting, rules: FairRules): number =>
  minutesAfter(meeting.awaitedFrom, rules.noShowAfterMinutes);
