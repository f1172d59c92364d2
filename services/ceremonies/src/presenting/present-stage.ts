import type { StageItem, StageView } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { ExistingCeremony, Signing, StagedItem } from "../domain/ceremony.ts";
import { itemOnStage, nextQueued, signingOf } from "../domain/next-step.ts";
import { signingOrder } from "../domain/signing-order.ts";
import { disclosed } from "./disclosed.ts";
import { signaturesDone } from "./present-ceremony.ts";

/** For everybody in front of the stage: what may be announced, and nothing else. */
export function presentStage(state: ExistingCeremony, version: number): z.input<typeof StageView> {
  const { id, fairId, status, title, stage, startsAt, items } = state;
  const current = status === "onStage" ? itemOnStage(state) : undefined;
  const next = status === "planned" || status === "onStage" ? nextQueued(state) : undefined;
  return {
    ceremonyId: id,
    fairId,
    version,
    status,
    title,
    stage,
    startsAt,
    ...(current === undefined ? {} : { now: presentItem(state, current) }),
    ...(next === undefined ? {} : { next: presentItem(state, next) }),
    done: items.filter(({ progress }) => progress.step === "done").length,
    of: items.length,
  };
}

function presentItem(state: ExistingCeremony, staged: StagedItem): z.input<typeof StageItem> {
  const { item, progress } = staged;
  const shown = { kind: item.kind, step: progress.step };
  switch (item.kind) {
    case "signing":
      return { ...shown, ...presentSigning(signingOf(state, staged), staged) };
    case "plaqueConferral":
      return { ...shown, title: item.title, conferrer: item.conferrer, recipients: item.recipients };
    case "speech":
      return { ...shown, title: item.title, speaker: item.speaker };
    case "photo":
      return { ...shown, title: item.title };
  }
}

/** Before the ceremony opens nothing is known to be released: the item is announced as a signing, without words. */
function presentSigning(signing: Signing | undefined, { progress }: StagedItem) {
  if (signing === undefined) return {};
  const { title, parties, amount } = disclosed(signing);
  if (title === undefined || parties === undefined) return {};
  const standing = signingOrder(signing.parties).slice(0, signaturesDone(progress));
  const copies = signing.parties.length;
  return {
    title,
    parties: parties.map(({ name, signatoryName, signatoryId }) => ({
      name,
      signatoryName,
      signed: standing.filter((signature) => signature.signatoryId === signatoryId).length === copies,
    })),
    ...(amount === undefined ? {} : { amount }),
  };
}
