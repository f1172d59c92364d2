import type { TimeSlot } from "@rialto/contracts/venue/events";
import { dayOfSlot } from "./meetings.ts";

/** Before this hour, what goes on without a break still belongs to the evening before. */
const MORNING = 6;

/** On which day of the fair each slot is, by its id, as people say it: an evening that goes on past midnight is one day. */
export function fairDays(slots: readonly TimeSlot[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  let day = 1;
  let end = Number.NaN;
  for (const { slotId, startsAt, endsAt } of slots) {
    const goesOn = Date.parse(startsAt) === end && hourOf(slotId) < MORNING;
    if (!goesOn) day = dayOfSlot(slotId);
    days.set(slotId, day);
    end = Date.parse(endsAt);
  }
  return days;
}

const hourOf = (slotId: string): number => Number(slotId.slice(-4, -2));
