import { itemPhotographed } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { due, type HostStep, itemIdentity } from "./on-stage.ts";

export function photographItem(command: HostStep, state: Ceremony): CeremonyEvent[] {
  const { ceremony } = due("photograph", command, state);
  return [itemPhotographed.draft({ ...itemIdentity(ceremony, command.itemId), photographedAt: command.now })];
}
