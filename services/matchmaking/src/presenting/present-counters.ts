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
  const seats = seatsIn(booths);
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
      const own = booths.filter((booth) => booth.zoneId === zoneId);
      return {
        zoneId,
        ...(name === undefined ? {} : { name }),
        ...meetingCounts(ofZone.get(zoneId) ?? []),
        seats: seatsIn(own),
      };
    }),
    occupancy: occupancyOf(counts),
    slots: slots.map((slot) => ({ ...slot, ...meetingCounts(ofSlot.get(slot.slotId) ?? []), seats })),
    booths: booths.length,
  };
}

const seatsIn = (booths: readonly Booth[]) => booths.reduce((sum, { capacity }) => sum + capacity, 0);

const taking = new Set<MeetingCount["status"]>(["scheduled", "held"]);

function occupancyOf(counts: readonly MeetingCount[]) {
  const cells = new Map<string, { slotId: string; zoneId: string; meetings: number }>();
  for (const { status, slotId, zoneId, count } of counts) {
    if (slotId === undefined || zoneId === undefined || !taking.has(status)) continue;
    const key = `${slotId} ${zoneId}`;
    const cell = cells.get(key) ?? { slotId, zoneId, meetings: 0 };
    cell.meetings += count;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

const sumOf = (counts: readonly MeetingCount[], status: MeetingCount["status"]) =>
  counts.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);

const meetingCounts = (counts: readonly MeetingCount[]) => ({
  scheduled: sumOf(counts, "scheduled"),
  held: sumOf(counts, "held"),
  missed: sumOf(counts, "missed"),
});
