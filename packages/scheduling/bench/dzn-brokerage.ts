import type { Brokerage } from "../src/exact/brokerage.ts";
import type { DznInstance } from "./dzn.ts";

/** Greatest difference of breaks between two participants in the published problem. */
export const publishedDifference = 2;

const slotsBetween = (from: number, to: number): number => 2 ** to - 2 ** from;

export function toBrokerage(instance: DznInstance): Brokerage {
  const { slots, morningSlots, meetings, people } = instance;
  const sessions = [0, slotsBetween(0, morningSlots), slotsBetween(morningSlots, slots), slotsBetween(0, slots)];
  const forbidden = instance.forbidden.map((list) => list.reduce((mask, slot) => mask | (1 << (slot - 1)), 0));
  const peopleOf = meetings.map(({ a, b }) => [a - 1, b - 1]);
  const meetingsOf: number[][] = Array.from({ length: people }, () => []);
  peopleOf.forEach((members, m) => {
    for (const p of members) meetingsOf[p]!.push(m);
  });
  const fixedMask = (slot: number) => (slot === 0 ? -1 : 1 << (slot - 1));
  return {
    slots,
    people,
    meetings: meetings.length,
    peopleOf,
    meetingsOf,
    allowed: Int32Array.from(
      meetings,
      ({ a, b, session }, m) => sessions[session]! & ~forbidden[a - 1]! & ~forbidden[b - 1]! & fixedMask(instance.fixed[m]!),
    ),
    capacity: new Int32Array(slots).fill(instance.tables),
    precedences: instance.precedences.flatMap((earlier, m) => earlier.map((e) => [e - 1, m] as const)),
    maxDifference: publishedDifference,
  };
}
