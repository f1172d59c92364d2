import { signatureRecorded } from "@rialto/contracts/ceremonies/events";
import type { Ceremony, CeremonyEvent } from "./ceremony.ts";
import { nextStep, signingOf } from "./next-step.ts";
import { due, type HostStep, itemIdentity } from "./on-stage.ts";
import { refuse } from "./refuse.ts";
import type { Signature } from "./signing-order.ts";

export interface RecordSignature extends HostStep, Signature {
  /** The host's account. */
  readonly recordedBy: string;
}

/** One signature on one original, in the order of `signingOrder`. SIGNING_OUT_OF_TURN says whose turn it is. */
export function recordSignature(command: RecordSignature, state: Ceremony): CeremonyEvent[] {
  const { ceremony, staged } = due("sign", command, state);
  const { itemId, signatoryId, copyOf, recordedBy, now } = command;
  const next = nextStep(ceremony);
  const signing = signingOf(ceremony, staged);
  if (signing === undefined || next.step !== "sign" || next.signatoryId !== signatoryId || next.copyOf !== copyOf) {
    throw refuse("SIGNING_OUT_OF_TURN", { nextStep: next });
  }
  const { agreementId } = signing;
  return [
    signatureRecorded.draft({ ...itemIdentity(ceremony, itemId), agreementId, signatoryId, copyOf, recordedBy, signedAt: now }),
  ];
}
