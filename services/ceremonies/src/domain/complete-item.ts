import { ceremonyCompleted, itemCompleted } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { nextQueued } from "./next-step.ts";
import { due, type HostStep, itemIdentity } from "./on-stage.ts";

/** The item leaves the stage; with the last one the ceremony is over. */
export function completeItem(command: HostStep, state: Ceremony): CeremonyEvent[] {
  const { ceremony, staged } = due("complete", command, state);
  const { item } = staged;
  const { itemId, now } = command;
  const signed = item.kind === "signing" ? { agreementId: item.agreementId } : {};
  const completed = itemCompleted.draft({ ...itemIdentity(ceremony, itemId), ...signed, completedAt: now });
  if (nextQueued(ceremony) !== undefined) return [completed];
  return [completed, ceremonyCompleted.draft({ ceremonyId: ceremony.id, fairId: ceremony.fairId, completedAt: now })];
}
