import { slotFreed } from "@rialto/contracts/matchmaking/events";
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import { evolveSlotOpening, noOpening, type SlotOpening, type SlotOpeningEvent } from "../domain/slot-opening.ts";

export type SlotOpenings = Store<SlotOpening, SlotOpeningEvent>;

export const slotOpeningsDeclaration: StoreDeclaration<SlotOpening, SlotOpeningEvent> = {
  name: "slotOpenings",
  context: "matchmaking",
  definitions: [slotFreed],
  initial: noOpening,
  evolve: evolveSlotOpening,
};
