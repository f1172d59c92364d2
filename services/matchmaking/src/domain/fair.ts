import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { FairRules, TimeSlot } from "@rialto/contracts/venue/events";

/** What matchmaking knows of a fair. Slots are in the order of time. */
export interface Fair {
  readonly fairId: string;
  readonly name: LocalizedName;
  readonly place: LocalizedName;
  readonly timeZone: string;
  readonly rules: FairRules;
  readonly slots: readonly TimeSlot[];
  readonly zones: readonly { readonly zoneId: string; readonly name: LocalizedName }[];
}

/** A slot of the fair's grid. Refuses SLOT_UNKNOWN. */
export function slotOf(fair: Fair, slotId: string): TimeSlot {
  const slot = fair.slots.find((candidate) => candidate.slotId === slotId);
  if (slot === undefined) throw refuseMatchmaking("SLOT_UNKNOWN", { slotId });
  return slot;
}

/** Milliseconds since 1970 of an instant, plus some minutes. */
export const minutesAfter = (instant: string, minutes: number): number => Date.parse(instant) + minutes * 60_000;

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);

/** The later of two instants. */
export const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

export const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);
