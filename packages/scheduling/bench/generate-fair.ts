import type { ProblemInput } from "../src/model/problem.ts";
import { createRandom, type Random } from "../src/random.ts";

export interface FairShape {
  exhibitors: number;
  buyers: number;
  days: number;
  slotsPerDay: number;
  wishes: number;
  halls: number;
  zonesPerHall: number;
}

export const fairs = {
  small: { exhibitors: 60, buyers: 150, days: 2, slotsPerDay: 12, wishes: 1_500, halls: 2, zonesPerHall: 2 },
  large: { exhibitors: 1_000, buyers: 5_000, days: 3, slotsPerDay: 16, wishes: 60_000, halls: 4, zonesPerHall: 4 },
} as const satisfies Record<string, FairShape>;

/**
 * A fair: exhibitors of one to three representatives, four in five with a booth and the others at shared tables that their wishes fill to nine tenths;
 * popularity falls with rank (Zipf, exponent 0.6); people are available 60 to 100 % of the time; half an hour a slot, of which five minutes to walk: enough
 * within a hall, not between halls.
 */
export function generateFair(shape: FairShape, seed: number): ProblemInput {
  const random = createRandom(seed);
  const slots = makeSlots(shape);
  const zones = Array.from({ length: shape.halls * shape.zonesPerHall }, (_, z) => ({
    id: `zone-${z}`,
    hallId: `hall-${z % shape.halls}`,
  }));
  const exhibitors = Array.from({ length: shape.exhibitors }, (_, e) => ({
    id: `exhibitor-${e}`,
    reps: 1 + Math.floor(random.next() ** 2 * 3),
    hasBooth: random.next() < 0.8,
    zoneId: zones[random.below(zones.length)]!.id,
  }));
  const absent = () => unavailable(slots, 0.6 + 0.4 * random.next(), random);
  const meetings = makeWishes(shape, random);
  const atTables = meetings.filter((m) => !exhibitors[m.exhibitor]!.hasBooth).length;
  const tables = Math.max(1, Math.ceil(atTables / slots.length / 0.9));
  const tableZones = zones.slice(0, shape.halls);
  return {
    slots,
    zones,
    walking: { withinZoneMinutes: 2, withinHallMinutes: 4, betweenHallsMinutes: 9 },
    participants: [
      ...exhibitors.flatMap(({ id, reps }) =>
        Array.from({ length: reps }, (_, r) => ({ id: `${id}-rep-${r}`, organizationId: id, unavailableSlotIds: absent() })),
      ),
      ...Array.from({ length: shape.buyers }, (_, b) => ({ id: `buyer-${b}`, unavailableSlotIds: absent() })),
    ],
    locations: [
      ...exhibitors
        .filter((e) => e.hasBooth)
        .map((e) => ({ id: `booth-${e.id}`, kind: "booth" as const, capacity: e.reps, zoneId: e.zoneId, organizationId: e.id })),
      ...tableZones.map((zone, i) => ({
        id: `tables-${i}`,
        kind: "table" as const,
        capacity: Math.floor(tables / tableZones.length) + (i < tables % tableZones.length ? 1 : 0),
        zoneId: zone.id,
      })),
    ],
    meetings: meetings.map(({ exhibitor, buyer, weight }, m) => ({
      id: `wish-${m}`,
      parties: [`exhibitor-${exhibitor}`, `buyer-${buyer}`],
      weight,
    })),
  };
}

function makeSlots(shape: FairShape) {
  return Array.from({ length: shape.days * shape.slotsPerDay }, (_, i) => {
    const start = 540 + 30 * (i % shape.slotsPerDay);
    const day = Math.floor(i / shape.slotsPerDay) + 1;
    return {
      id: `day${day}-${start}`,
      day: `day ${day}`,
      session: start < 720 ? "morning" : "afternoon",
      startMinute: start,
      endMinute: start + 25,
    };
  });
}

/** Absences come in blocks, as people arrive late, leave early or give a talk. */
function unavailable(slots: { id: string }[], share: number, random: Random): string[] {
  const away = new Set<string>();
  const wanted = Math.round(slots.length * (1 - share));
  while (away.size < wanted) {
    const start = random.below(slots.length);
    for (let k = 0; k < 3 && away.size < wanted && start + k < slots.length; k++) away.add(slots[start + k]!.id);
  }
  return [...away];
}

function makeWishes(shape: FairShape, random: Random) {
  const popularity = cumulative(Array.from({ length: shape.exhibitors }, (_, e) => (e + 1) ** -0.6));
  const appetite = cumulative(Array.from({ length: shape.buyers }, () => 0.3 + random.next()));
  const known = new Set<number>();
  const wishes: { exhibitor: number; buyer: number; weight: number }[] = [];
  while (wishes.length < shape.wishes) {
    const exhibitor = draw(popularity, random);
    const buyer = draw(appetite, random);
    const key = exhibitor * shape.buyers + buyer;
    if (known.has(key)) continue;
    known.add(key);
    wishes.push({ exhibitor, buyer, weight: 1 + Math.floor(random.next() ** 2 * 10) });
  }
  return wishes;
}

function cumulative(weights: number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (w) => {
    sum += w;
    return sum;
  });
}

function draw(sums: Float64Array, random: Random): number {
  const x = random.next() * sums.at(-1)!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
