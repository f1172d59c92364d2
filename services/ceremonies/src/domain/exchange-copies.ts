import { copiesExchanged } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { signingOf } from "./next-step.ts";
import { due, type HostStep, itemIdentity } from "./on-stage.ts";
import { refuse } from "./refuse.ts";

/** Every original bears every signature: they change hands. */
export function exchangeCopies(command: HostStep, state: Ceremony): CeremonyEvent[] {
  const { ceremony, staged } = due("exchange", command, state);
  const signing = signingOf(ceremony, staged);
  if (signing === undefined) throw refuse("STEP_NOT_FOR_THIS_ITEM", { kind: staged.item.kind });
  const { agreementId } = signing;
  return [copiesExchanged.draft({ ...itemIdentity(ceremony, command.itemId), agreementId, exchangedAt: command.now })];
}
