import type { MeetingPlace } from "@rialto/contracts/matchmaking/events";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { SlotConflict } from "@rialto/contracts/matchmaking/views";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { personClaim } from "./claims.ts";
import { type Attendance, alternatives } from "./free-times.ts";
import { freeSeat } from "./place.ts";

type Taken = SlotConflict["conflict"]["taken"];

export interface Booking extends Attendance {
  readonly slot: TimeSlot;
  readonly proposedSlotIds: readonly string[];
  /** The two people, by what they are to the caller. */
  readonly people: readonly { readonly representativeId: string; readonly is: Exclude<Taken, "place"> }[];
}

/**
 * A free seat for two free people, as the claims read just before say. Refuses NO_MEETING_PLACE, and SLOT_TAKEN with what is
 * taken and up to three slots that are free for both. The index has the last word: a race that this misses, it refuses.
 */
export function seatFor(booking: Booking): MeetingPlace {
  const { booths, people, slot, taken } = booking;
  if (booths.length === 0) throw refuseMatchmaking("NO_MEETING_PLACE");
  const busy = people.find(({ representativeId }) => taken.has(personClaim(representativeId, slot.slotId)));
  if (busy !== undefined) throw slotTaken(booking, busy.is);
  const place = freeSeat(booths, taken, slot.slotId);
  if (place === undefined) throw slotTaken(booking, "place");
  return place;
}

function slotTaken(booking: Booking, taken: Taken) {
  const { slot, proposedSlotIds } = booking;
  const details: SlotConflict = {
    conflict: { slotId: slot.slotId, taken },
    alternatives: alternatives(slot, proposedSlotIds, booking),
  };
  return refuseMatchmaking("SLOT_TAKEN", { ...details });
}
