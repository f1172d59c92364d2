import { derivedId } from "@rialto/contracts/kernel/ids";
import { callItem } from "./call-item.ts";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { completeItem } from "./complete-item.ts";
import { conferPlaque } from "./confer-plaque.ts";
import { fairId, now } from "./examples.ts";
import { exchangeCopies } from "./exchange-copies.ts";
import { nextStep } from "./next-step.ts";
import { photographItem } from "./photograph-item.ts";
import { recordSignature } from "./record-signature.ts";

/** What a host does who always presses the one big button; nothing when none is due. */
export function takeNextStep(state: Ceremony, seenMoves: number): CeremonyEvent[] {
  const next = nextStep(state);
  if (!("itemId" in next)) return [];
  const command = { fairId, itemId: next.itemId, seenMoves, now };
  switch (next.step) {
    case "call":
      return callItem(command, state);
    case "sign":
      return recordSignature({ ...command, ...next, recordedBy: derivedId("host") }, state);
    case "exchange":
      return exchangeCopies(command, state);
    case "confer":
      return conferPlaque(command, state);
    case "photograph":
      return photographItem(command, state);
    case "complete":
      return completeItem(command, state);
  }
}
