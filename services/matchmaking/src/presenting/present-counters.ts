import type { LiveCounters } from "@rialto/contracts/matchmaking/views";
import type { z } from "zod";
import type { Fair } from "../domain/fair.ts";
import type { Booth } from "../domain/place.ts";
import type { MeetingCount } from "../store/meeting-counts.ts";

/** The programme in numbers, by zone and by slot. */
export function presentCounters(
  { zones, slots }: Fair,
  booths: readonly Booth[],
  counts: readonly MeetingCount[],
  now: string,
): z.input<typeof LiveCounters> {
  const seats = booths.reduce((sum, { capacity }) => sum + capacity, 0);
  const ofZone = Map.groupBy(counts, ({ zoneId }) => zoneId);
  const ofSlot = Map.groupBy(counts, ({ slotId }) => slotId);
  const names = new Map(zones.map(({ zoneId, name }) => [zoneId, name]));
  const zoneIds = [...new Set([...names.keys(), ...booths.map(({ zoneId }) => zoneId)])];
  return {
    at: now,
    openRequests: sumOf(counts, "pending"),
    cancelled: sumOf(counts, "cancelled"),
    ...meetingCounts(counts),
    zones: zoneIds.map((zoneId) => {
      const name = names.get(zoneId);
      return { zoneId, ...(name === undefined ? {} : { name }), ...meetingCounts(ofZone.get(zoneId) ?? []) };
    }),
    slots: slots.map((slot) => ({ ...slot, ...meetingCounts(ofSlot.get(slot.slotId) ?? []), seats })),
    booths: booths.length,
  };
}

const sumOf = (counts: readonly MeetingCount[], status: MeetingCount["status"]) =>
  counts.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);

const meetingCounts = (counts: readonly MeetingCount[]) => ({
  scheduled: sumOf(counts, "scheduled"),
  held: sumOf(counts, "held"),
  missed: sumOf(counts, "missed"),
});
