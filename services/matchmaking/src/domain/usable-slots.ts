import type { ScheduleRules } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { type Fair, isAfter } from "./fair.ts";

/** The day of a slot as its id says it: 1 is the fair's first. */
export const dayOfSlot = (slotId: string): number => Number(slotId.slice(1, slotId.indexOf("-")));

/** Slots that have not begun and that the rules allow, in the order of time. */
export function usableSlots(fair: Fair, { slotIds, days }: ScheduleRules, now: string): TimeSlot[] {
  return fair.slots.filter(
    ({ slotId, startsAt }) =>
      isAfter(startsAt, now) &&
      (slotIds === undefined || slotIds.includes(slotId)) &&
      (days === undefined || days.includes(dayOfSlot(slotId))),
  );
}
