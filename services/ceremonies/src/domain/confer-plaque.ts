import { plaqueConferred } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { due, type HostStep, itemIdentity } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

/** The plaque is in the hands of its recipients. */
export function conferPlaque(command: HostStep, state: Ceremony): CeremonyEvent[] {
  const { ceremony, staged } = due("confer", command, state);
  const { item } = staged;
  if (item.kind !== "plaqueConferral") throw refuse("STEP_NOT_FOR_THIS_ITEM", { kind: item.kind });
  const { title, conferrer, recipients } = item;
  const conferredAt = command.now;
  return [plaqueConferred.draft({ ...itemIdentity(ceremony, command.itemId), title, conferrer, recipients, conferredAt })];
}
