import type { listMeetings } from "@rialto/contracts/matchmaking/operations";
import type { z } from "zod";

export type Meeting = z.output<typeof listMeetings.result>["items"][number];

/** The other side of a meeting, as the caller sees it; for an organizer, who has no side, the recipient. */
export const otherSide = (meeting: Meeting) => (meeting.yourSide === "recipient" ? meeting.requester : meeting.recipient);
export const ownSide = (meeting: Meeting) => (meeting.yourSide === "recipient" ? meeting.recipient : meeting.requester);

export const waitsForMe = (meeting: Meeting): boolean => meeting.status === "pending" && meeting.yourSide === "recipient";
export const waitsForThem = (meeting: Meeting): boolean => meeting.status === "pending" && meeting.yourSide === "requester";

const startOf = (meeting: Meeting): number => Date.parse(meeting.slot?.startsAt ?? meeting.requestedAt);

/** Meetings that take place, in their order. */
export const inOrder = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((one, other) => startOf(one) - startOf(other));

/** The meeting that is on, or the next one: scheduled and not over. */
export const nextMeeting = (meetings: readonly Meeting[], now: number): Meeting | undefined =>
  inOrder(meetings).find(({ status, slot }) => status === "scheduled" && slot !== undefined && Date.parse(slot.endsAt) > now);

/** What a person types or reads out where no camera works: the end of the meeting's id. */
export const codeOf = (meetingId: string): string => meetingId.replaceAll("-", "").slice(-6).toUpperCase();

/** The day of a slot: `d1-0930` is on day 1. */
export const dayOfSlot = (slotId: string): number => Number(slotId.slice(1, slotId.indexOf("-")));
