import { itemCalled } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { itemOnStage, nextQueued } from "./next-step.ts";
import { type HostStep, itemIdentity, running } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

/** The next item of the list goes on stage, once the one before is done. */
export function callItem({ fairId, itemId, seenMoves, now }: HostStep, state: Ceremony): CeremonyEvent[] {
  const ceremony = running(fairId, seenMoves, state);
  const staged = ceremony.items.find(({ item }) => item.itemId === itemId);
  if (staged === undefined) throw refuse("ITEM_NOT_FOUND");
  if (itemOnStage(ceremony) !== undefined) throw refuse("ITEM_STILL_ON_STAGE");
  const next = nextQueued(ceremony);
  if (next !== staged) throw refuse("ITEM_NOT_NEXT", { itemId: next?.item.itemId });
  return [itemCalled.draft({ ...itemIdentity(ceremony, itemId), kind: staged.item.kind, calledAt: now })];
}
