import type { TimeSlot } from "@rialto/contracts/venue/events";
import type { Participation } from "./actor.ts";
import { isAfter } from "./fair.ts";
import { type ExistingMeeting, isBooked } from "./meeting.ts";

export interface CalendarQuery {
  readonly slots: readonly TimeSlot[];
  /** 1 is the first day; absent: all days. */
  readonly day: number | undefined;
  readonly me: Participation;
  /** My meetings, and the open requests from me or to my organization. */
  readonly meetings: readonly ExistingMeeting[];
  readonly now: string;
}

export interface CalendarSlot extends TimeSlot {
  meetingId?: string;
  requestIds: string[];
  free: boolean;
}

export interface Calendar {
  readonly slots: CalendarSlot[];
  /** Meetings that the slots name. */
  readonly meetingIds: ReadonlySet<string>;
}

/** A person's day, slot by slot: what is booked, what is asked for, what is free. A slot that has begun is not free. */
export function calendarOf({ slots, day, me, meetings, now }: CalendarQuery): Calendar {
  const taking = meetings.filter((meeting) => takesTimeOf(meeting, me));
  const bySlot = Map.groupBy(taking, (meeting) => (isBooked(meeting) ? meeting.slotId : ""));
  const requests = meetings.filter(({ status }) => status === "pending");
  const named = new Set<string>();
  const calendar = slots
    .filter(({ slotId }) => day === undefined || slotId.startsWith(`d${day}-`))
    .map((slot) => {
      const [meeting] = bySlot.get(slot.slotId) ?? [];
      const asking = requests.filter(({ proposedSlotIds }) => proposedSlotIds.includes(slot.slotId));
      for (const { meetingId } of [...(meeting === undefined ? [] : [meeting]), ...asking]) named.add(meetingId);
      return {
        ...slot,
        ...(meeting === undefined ? {} : { meetingId: meeting.meetingId }),
        requestIds: asking.map(({ meetingId }) => meetingId),
        free: meeting === undefined && isAfter(slot.startsAt, now),
      };
    });
  return { slots: calendar, meetingIds: named };
}

const takesTimeOf = (meeting: ExistingMeeting, { representativeId }: Participation) =>
  (meeting.status === "scheduled" || meeting.status === "held") && meeting.representativeIds.includes(representativeId);
