import type { SideName } from "@rialto/contracts/matchmaking/events";
import { meetingMissed } from "@rialto/contracts/matchmaking/events";
import type { FairRules } from "@rialto/contracts/venue/events";
import { noShowAt } from "./check-in.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";

export interface MarkMissed {
  readonly rules: FairRules;
  readonly now: string;
}

const sides: readonly SideName[] = ["requester", "recipient"];

/** A schedule's command: whoever has not checked in by now has missed the meeting. Nothing to say before that. */
export function markMissed({ rules, now }: MarkMissed, state: Meeting): MeetingEvent[] {
  if (state.status !== "scheduled" || Date.parse(now) <= noShowAt(state, rules)) return [];
  const { meetingId, fairId, requester, recipient, slotId, startsAt, endsAt, place, checkedIn } = state;
  const booking = { meetingId, fairId, requester, recipient, slotId, startsAt, endsAt, place };
  const noShows = sides.filter((side) => !checkedIn.includes(side));
  return [meetingMissed.draft({ ...booking, noShows, missedAt: now })];
}
