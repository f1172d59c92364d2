import { cancelled } from "./cancel-meeting.ts";
import { type TakenClaims, withoutOwn } from "./claims.ts";
import { isAfter } from "./fair.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";
import { type Booth, freeSeat } from "./place.ts";
import { rescheduled } from "./reschedule-meeting.ts";

export interface LeaveBooth {
  /** The booth that is no longer its exhibitor's. */
  readonly boothId: string;
  /** Where else the two could meet, in the order of choice. */
  readonly booths: readonly Booth[];
  readonly taken: TakenClaims;
  readonly now: string;
}

/** A meeting to come loses its booth: same people, same slot, another seat; without one it is cancelled by the system. */
export function leaveBooth({ boothId, booths, taken, now }: LeaveBooth, state: Meeting): MeetingEvent[] {
  if (state.status !== "scheduled" || state.place.boothId !== boothId || !isAfter(state.startsAt, now)) return [];
  const { meetingId, requester, recipient, slotId, startsAt, endsAt } = state;
  const elsewhere = booths.filter((booth) => booth.boothId !== boothId);
  const place = freeSeat(elsewhere, withoutOwn(taken, meetingId), slotId);
  if (place === undefined) return [cancelled(state, { by: "system", reason: "boothReleased", now })];
  const slot = { slotId, startsAt, endsAt };
  return [rescheduled(state, { requester, recipient, slot, place, by: "system", now })];
}
