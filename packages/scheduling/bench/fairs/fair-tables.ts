import type { ProblemInput } from "../../src/model/problem.ts";

/** What the generated fairs say, in tables for models of the bench: nothing here is shared with the engines. */
export interface FairTables {
  slots: number;
  /** The two parties of each wish, and its weight. */
  wishes: { exhibitor: string; buyer: string; weight: number }[];
  /** People free in each slot, by party: representatives of an exhibitor, or the buyer. */
  freeIn: Map<string, number[]>;
  /** Seats and hall of the booth, by exhibitor that has one. */
  booths: Map<string, { seats: number; hall: string }>;
  tables: { seats: number; hall: string }[];
  /** Pairs of slots too close to walk from hall to hall. */
  near: [number, number][];
}

export function fairTables(problem: ProblemInput): FairTables {
  const position = new Map(problem.slots.map(({ id }, s) => [id, s]));
  const freeIn = new Map<string, number[]>();
  for (const person of problem.participants) {
    const party = person.organizationId ?? person.id;
    const free = freeIn.get(party) ?? problem.slots.map(() => 0);
    const away = new Set(person.unavailableSlotIds?.map((id) => position.get(id)!));
    freeIn.set(
      party,
      free.map((n, s) => (away.has(s) ? n : n + 1)),
    );
  }
  const hallOf = new Map(problem.zones!.map(({ id, hallId }) => [id, hallId]));
  const places = problem.locations.map((l) => ({ owner: l.organizationId, seats: l.capacity, hall: hallOf.get(l.zoneId!)! }));
  return {
    slots: problem.slots.length,
    wishes: problem.meetings.map(({ parties, weight }) => ({ exhibitor: parties[0]!, buyer: parties[1]!, weight: weight! })),
    freeIn,
    booths: new Map(places.filter(({ owner }) => owner !== undefined).map(({ owner, seats, hall }) => [owner!, { seats, hall }])),
    tables: places.filter(({ owner }) => owner === undefined),
    near: nearSlots(problem),
  };
}

function nearSlots({ slots, walking }: ProblemInput): [number, number][] {
  return slots.flatMap((slot, s): [number, number][] => {
    const next = slots[s + 1];
    const isNear =
      next !== undefined && next.day === slot.day && next.startMinute - slot.endMinute < walking!.betweenHallsMinutes;
    return isNear ? [[s, s + 1]] : [];
  });
}

/** Positions of the wishes of each party. */
export function wishesOf({ wishes }: FairTables): Map<string, number[]> {
  const found = new Map<string, number[]>();
  wishes.forEach(({ exhibitor, buyer }, w) => {
    for (const party of [exhibitor, buyer]) found.set(party, [...(found.get(party) ?? []), w]);
  });
  return found;
}
