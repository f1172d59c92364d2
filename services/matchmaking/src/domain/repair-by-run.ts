import type { MeetingPlace, MeetingSide } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { cancelled, stillToCome } from "./cancel-meeting.ts";
import { isAfter } from "./fair.ts";
import type { Meeting, MeetingEvent } from "./meeting.ts";
import { rescheduled } from "./reschedule-meeting.ts";

export interface RepairByRun {
  readonly runId: string;
  /** Where the repair found it; when it is elsewhere now, somebody has changed it. */
  readonly fromSlotId: string;
  /** Absent: there is no other place, it is given up. */
  readonly to?: {
    readonly requester: MeetingSide;
    readonly recipient: MeetingSide;
    readonly slot: TimeSlot;
    readonly place: MeetingPlace;
  };
  readonly now: string;
}

/** A published repair moves a booked meeting in one write, or cancels it. Said again it says nothing. */
export function repairByRun({ runId, fromSlotId, to, now }: RepairByRun, state: Meeting): MeetingEvent[] {
  if (state.status === "none") throw refuseMatchmaking("MEETING_NOT_FOUND");
  if ("byRun" in state && state.byRun?.runId === runId) return [];
  const meeting = stillToCome(state, now);
  if (meeting.slotId !== fromSlotId) throw refuseMatchmaking("MEETING_NOT_SCHEDULED", { slotId: meeting.slotId });
  if (to === undefined) return [cancelled(meeting, { by: "organizer", reason: "scheduleRepaired", scheduleRunId: runId, now })];
  if (!isAfter(to.slot.startsAt, now)) throw refuseMatchmaking("SLOT_PAST", { slotId: to.slot.slotId });
  return [rescheduled(meeting, { ...to, by: "organizer", scheduleRunId: runId, now })];
}
