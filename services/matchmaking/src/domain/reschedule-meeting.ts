import type { MeetingPlace, SideName } from "@rialto/contracts/matchmaking/events";
import { meetingRescheduled } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { type Actor, type Standing, standingOf } from "./actor.ts";
import { type Booking, seatFor } from "./book-slot.ts";
import { stillToCome } from "./cancel-meeting.ts";
import { type TakenClaims, withoutOwn } from "./claims.ts";
import { type Fair, isAfter, slotOf } from "./fair.ts";
import type { Meeting, MeetingEvent, ScheduledMeeting } from "./meeting.ts";
import { type Organization, represents } from "./organization.ts";
import type { Booth } from "./place.ts";

export interface RescheduleMeeting {
  readonly actor: Actor;
  readonly slotId: string;
  /** Who of the caller's organization meets from now on; unchanged when absent. */
  readonly representativeId?: string | undefined;
  readonly fair: Fair;
  /** The caller's organization; absent for an organizer. */
  readonly own: Organization | undefined;
  readonly booths: readonly Booth[];
  readonly taken: TakenClaims;
  readonly now: string;
}

type People = Pick<ScheduledMeeting, "requester" | "recipient">;

/** Moves a meeting in one write: the old slot is free exactly when the new one is taken. Nothing new is nothing to say. */
export function rescheduleMeeting(command: RescheduleMeeting, state: Meeting): MeetingEvent[] {
  const standing = standingOf(state, command.actor);
  const meeting = stillToCome(standing.meeting, command.now);
  const slot = slotOf(command.fair, command.slotId);
  if (!isAfter(slot.startsAt, command.now)) throw refuseMatchmaking("SLOT_PAST", { slotId: slot.slotId });
  const people = peopleAfter(command, standing, meeting);
  if (slot.slotId === meeting.slotId && samePeople(people, meeting)) return [];
  const place = seatFor(bookingOf(command, standing.side, meeting, people, slot));
  return [rescheduled(meeting, { ...people, slot, place, by: standing.side ?? "organizer", now: command.now })];
}

function peopleAfter({ representativeId, own }: RescheduleMeeting, { side }: Standing, meeting: ScheduledMeeting): People {
  const { requester, recipient } = meeting;
  if (representativeId === undefined) return { requester, recipient };
  if (side === undefined || !represents(own, representativeId)) throw refuseMatchmaking("REPRESENTATIVE_NOT_YOURS");
  return { requester, recipient, [side]: { ...meeting[side], representativeId } };
}

const samePeople = (a: People, b: People) =>
  a.requester.representativeId === b.requester.representativeId && a.recipient.representativeId === b.recipient.representativeId;

function bookingOf(
  { fair, booths, taken, now }: RescheduleMeeting,
  side: SideName | undefined,
  meeting: ScheduledMeeting,
  { requester, recipient }: People,
  slot: TimeSlot,
): Booking {
  const is = (name: SideName) => (side === undefined ? name : side === name ? "you" : "other");
  const { meetingId, proposedSlotIds, place } = meeting;
  return {
    fair,
    // The place that both know is kept where it can be.
    booths: [...booths].sort((a, b) => Number(b.boothId === place.boothId) - Number(a.boothId === place.boothId)),
    slot,
    proposedSlotIds,
    taken: withoutOwn(taken, meetingId),
    now,
    representativeIds: [requester.representativeId, recipient.representativeId],
    people: [
      { representativeId: requester.representativeId, is: is("requester") },
      { representativeId: recipient.representativeId, is: is("recipient") },
    ],
  };
}

type By = Parameters<typeof meetingRescheduled.draft>[0]["by"];

export function rescheduled(
  meeting: ScheduledMeeting,
  change: People & {
    readonly slot: TimeSlot;
    readonly place: MeetingPlace;
    readonly by: By;
    readonly scheduleRunId?: string;
    readonly undo?: true;
    readonly now: string;
  },
): MeetingEvent {
  const { meetingId, fairId, requester, recipient, slotId, place } = meeting;
  return meetingRescheduled.draft({
    meetingId,
    fairId,
    requester: change.requester,
    recipient: change.recipient,
    ...change.slot,
    place: change.place,
    previous: { requester, recipient, slotId, place },
    by: change.by,
    scheduleRunId: change.scheduleRunId,
    undo: change.undo,
    rescheduledAt: change.now,
  });
}
