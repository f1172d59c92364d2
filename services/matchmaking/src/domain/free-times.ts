import type { TimeSlot } from "@rialto/contracts/venue/events";
import { personClaim, type TakenClaims } from "./claims.ts";
import { type Fair, isAfter } from "./fair.ts";
import { type Booth, freeSeat } from "./place.ts";

const mostAlternatives = 3;

/** What a meeting of two people needs. */
export interface Attendance {
  readonly fair: Fair;
  readonly representativeIds: readonly string[];
  /** Where they could sit, in the order of choice. */
  readonly booths: readonly Booth[];
  readonly taken: TakenClaims;
  readonly now: string;
}

/** Slots that have not begun, in which all of these people are free and a seat is too. */
export function commonFreeSlots({ fair, representativeIds, booths, taken, now }: Attendance): TimeSlot[] {
  return fair.slots.filter(
    ({ slotId, startsAt }) =>
      isAfter(startsAt, now) &&
      representativeIds.every((person) => !taken.has(personClaim(person, slotId))) &&
      freeSeat(booths, taken, slotId) !== undefined,
  );
}

/** Up to three free slots in place of the one that is taken: those that were proposed first, then the nearest in time. */
export function alternatives(wanted: TimeSlot, proposedSlotIds: readonly string[], attendance: Attendance): TimeSlot[] {
  const rank = new Map(proposedSlotIds.map((slotId, index) => [slotId, index]));
  const rankOf = ({ slotId }: TimeSlot) => rank.get(slotId) ?? proposedSlotIds.length;
  const distance = ({ startsAt }: TimeSlot) => Math.abs(Date.parse(startsAt) - Date.parse(wanted.startsAt));
  return commonFreeSlots(attendance)
    .filter(({ slotId }) => slotId !== wanted.slotId)
    .sort((a, b) => rankOf(a) - rankOf(b) || distance(a) - distance(b) || (isAfter(a.startsAt, b.startsAt) ? 1 : -1))
    .slice(0, mostAlternatives);
}

/** Slots free for all of the attendance and for at least one of the others, who decide later which of them will meet. */
export const slotsFreeForSomebody = (attendance: Attendance, others: readonly string[]): TimeSlot[] =>
  commonFreeSlots(attendance).filter(({ slotId }) => others.some((person) => !attendance.taken.has(personClaim(person, slotId))));
