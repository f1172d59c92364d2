import type { DraftOf } from "@rialto/contracts/kernel/event";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { type MeetingSide, slotFreed } from "@rialto/contracts/matchmaking/events";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { isAfter } from "./fair.ts";

export type SlotOpeningEvent = DraftOf<typeof slotFreed>;

/** That an organization became free in a slot, told to those who had asked for it. */
export type SlotOpening =
  | { readonly status: "none" }
  | { readonly status: "announced"; readonly openingId: string; readonly fairId: string };

export const noOpening: SlotOpening = { status: "none" };

export const evolveSlotOpening = (_: SlotOpening, { data }: SlotOpeningEvent): SlotOpening => ({
  status: "announced",
  openingId: data.openingId,
  fairId: data.fairId,
});

/** One per event that freed the slot and organization, so that an event delivered twice announces once. */
export const openingIdOf = (eventId: string, organizationId: string): string =>
  derivedId("slot-opening", eventId, organizationId);

export interface AnnounceSlot {
  readonly openingId: string;
  readonly fairId: string;
  readonly organizationId: string;
  readonly slot: TimeSlot;
  /** Open requests to that organization that proposed the slot. */
  readonly wantedBy: readonly ({ readonly meetingId: string } & MeetingSide)[];
  readonly now: string;
}

/** Tells those who wait, once; silence when nobody does or the slot is over. */
export function announceSlot(command: AnnounceSlot, state: SlotOpening): SlotOpeningEvent[] {
  const { openingId, fairId, organizationId, slot, wantedBy, now } = command;
  if (state.status === "announced" || wantedBy.length === 0 || !isAfter(slot.endsAt, now)) return [];
  const { slotId, startsAt } = slot;
  return [slotFreed.draft({ openingId, fairId, organizationId, slotId, startsAt, wantedBy: [...wantedBy], freedAt: now })];
}
