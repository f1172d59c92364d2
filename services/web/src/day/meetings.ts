import type { listMeetings } from "@rialto/contracts/matchmaking/operations";
import type { z } from "zod";

export type Meeting = z.output<typeof listMeetings.result>["items"][number];

/** The other side of a meeting, as the caller sees it; for an organizer, who has no side, the recipient. */
export const otherSide = (meeting: Meeting) => (meeting.yourSide === "recipient" ? meeting.requester : meeting.recipient);
export const ownSide = (meeting: Meeting) => (meeting.yourSide === "recipient" ? meeting.recipient : meeting.requester);

export const waitsForMe = (meeting: Meeting): boolean => meeting.status === "pending" && meeting.yourSide === "recipient";
export const waitsForThem = (meeting: Meeting): boolean => meeting.status === "pending" && meeting.yourSide === "requester";

const startOf = (meeting: Meeting): number => Date.parse(meeting.slot?.startsAt ?? meeting.requestedAt);
const endOf = (meeting: Meeting): number => Date.parse(meeting.slot?.endsAt ?? meeting.requestedAt);

/** Meetings that take place, in their order. */
export const inOrder = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((one, other) => startOf(one) - startOf(other));

const takesPlace = ({ status, slot }: Meeting): boolean =>
  slot !== undefined && (status === "scheduled" || status === "held" || status === "missed");

/** The meeting that is on this minute, whether or not both sides have come. */
export const meetingOn = (meetings: readonly Meeting[], now: number): Meeting | undefined =>
  inOrder(meetings).find(
    (meeting) => takesPlace(meeting) && meeting.status !== "missed" && startOf(meeting) <= now && endOf(meeting) > now,
  );

/** The next meeting that has not begun. */
export const nextMeeting = (meetings: readonly Meeting[], now: number): Meeting | undefined =>
  inOrder(meetings).find((meeting) => meeting.status === "scheduled" && meeting.slot !== undefined && startOf(meeting) > now);

/** Where one comes from: the meeting before this one, on the same day. */
export function meetingBefore(meetings: readonly Meeting[], meeting: Meeting): Meeting | undefined {
  const all = inOrder(meetings.filter(takesPlace));
  const before = all[all.indexOf(meeting) - 1];
  if (before?.slot === undefined || meeting.slot === undefined) return undefined;
  return dayOfSlot(before.slot.slotId) === dayOfSlot(meeting.slot.slotId) ? before : undefined;
}

/** What a person types or reads out where no camera works: the end of the meeting's id. */
export const codeOf = (meetingId: string): string => meetingId.replaceAll("-", "").slice(-6).toUpperCase();

/** The day of a slot: `d1-0930` is on day 1. */
export const dayOfSlot = (slotId: string): number => Number(slotId.slice(1, slotId.indexOf("-")));
