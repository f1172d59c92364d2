import {
  callItem,
  completeItem,
  conferPlaque,
  exchangeCopies,
  openCeremony,
  photographItem,
  recordSignature,
} from "@rialto/contracts/ceremonies/operations/ceremonies";
import { callAny } from "../data/use-operation.ts";
import type { Ceremony } from "./show.ts";

const ofItem = {
  call: callItem,
  exchange: exchangeCopies,
  confer: conferPlaque,
  photograph: photographItem,
  complete: completeItem,
} as const;

/** Takes the one step that was due on the screen, and says what the screen showed: on an older view it is refused. */
export async function takeStep(seen: Ceremony, idempotencyKey: string): Promise<Ceremony> {
  const { fairId, ceremonyId, moves: seenMoves, nextStep } = seen;
  const call = async (...[operation, input]: Parameters<typeof callAny>) => (await callAny(operation, input)) as Ceremony;
  if (nextStep.step === "open")
    return call(openCeremony, { params: { fairId, ceremonyId }, body: { seenMoves }, idempotencyKey });
  if (!("itemId" in nextStep)) throw new TypeError(`nothing is due: ${nextStep.step}`);
  const params = { fairId, ceremonyId, itemId: nextStep.itemId };
  if (nextStep.step !== "sign") return call(ofItem[nextStep.step], { params, body: { seenMoves }, idempotencyKey });
  const { signatoryId, copyOf } = nextStep;
  return call(recordSignature, { params, body: { seenMoves, signatoryId, copyOf }, idempotencyKey });
}
