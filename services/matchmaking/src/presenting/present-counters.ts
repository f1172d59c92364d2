import type { LiveCounters } from "@rialto/contracts/matchmaking/views";
import type { z } from "zod";
import type { Fair } from "../domain/fair.ts";
import type { Booth } from "../domain/place.ts";
import type { MeetingCounts } from "../store/meeting-counts.ts";

type Counted = MeetingCounts["bySlot"][number] | MeetingCounts["byBooth"][number];

/** The programme in numbers, by zone and by slot. Meetings at booths that are no longer assigned count, but in no zone. */
export function presentCounters(
  { zones, slots }: Fair,
  booths: readonly Booth[],
  { bySlot, byBooth }: MeetingCounts,
  now: string,
): z.input<typeof LiveCounters> {
  const seats = booths.reduce((sum, { capacity }) => sum + capacity, 0);
  const zoneOf = new Map(booths.map(({ boothId, zoneId }) => [boothId, zoneId]));
  const ofZone = Map.groupBy(byBooth, ({ boothId }) => zoneOf.get(boothId ?? ""));
  const ofSlot = Map.groupBy(bySlot, ({ slotId }) => slotId);
  const names = new Map(zones.map(({ zoneId, name }) => [zoneId, name]));
  const zoneIds = [...new Set([...names.keys(), ...zoneOf.values()])];
  return {
    at: now,
    openRequests: sumOf(bySlot, "pending"),
    cancelled: sumOf(bySlot, "cancelled"),
    ...meetingCounts(bySlot),
    zones: zoneIds.map((zoneId) => {
      const name = names.get(zoneId);
      return { zoneId, ...(name === undefined ? {} : { name }), ...meetingCounts(ofZone.get(zoneId) ?? []) };
    }),
    slots: slots.map((slot) => ({ ...slot, ...meetingCounts(ofSlot.get(slot.slotId) ?? []), seats })),
    booths: booths.length,
  };
}

const sumOf = (counts: readonly Counted[], status: Counted["status"]) =>
  counts.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0);

const meetingCounts = (counts: readonly Counted[]) => ({
  scheduled: sumOf(counts, "scheduled"),
  held: sumOf(counts, "held"),
  missed: sumOf(counts, "missed"),
});
