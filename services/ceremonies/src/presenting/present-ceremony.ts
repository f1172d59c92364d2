import type { CeremonyItem, CeremonyView, HostedItem } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { ExistingCeremony, StagedItem } from "../domain/ceremony.ts";
import { nextStep, signingOf } from "../domain/next-step.ts";
import { signingOrder } from "../domain/signing-order.ts";
import type { ListedCeremony } from "../store/ceremonies.ts";

/** For hosts: every item with its step, who signs what, and the one step that is due. */
export function presentCeremony(state: ExistingCeremony, version: number): z.input<typeof CeremonyView> {
  const { id, fairId, moves, status, title, stage, startsAt, items } = state;
  return {
    ceremonyId: id,
    fairId,
    version,
    moves,
    status,
    title,
    stage,
    startsAt,
    items: items.map((staged) => presentItem(state, staged)),
    nextStep: nextStep(state),
    ...(status === "aborted" ? { reason: state.reason } : {}),
  };
}

function presentItem(state: ExistingCeremony, staged: StagedItem): z.input<typeof HostedItem> {
  const { item, progress } = staged;
  const signing = signingOf(state, staged);
  const { kind: _, ...words } = item;
  return {
    ...words,
    kind: item.kind,
    step: progress.step,
    ...(signing === undefined ? {} : { signing: presentSigning(signing, staged) }),
    ...(progress.step === "skipped" ? { reason: progress.reason } : {}),
  };
}

function presentSigning(signing: NonNullable<ReturnType<typeof signingOf>>, { progress }: StagedItem) {
  const { agreementId, terms, parties, announcement } = signing;
  const done = signaturesDone(progress);
  const signatures = signingOrder(parties).map((signature, index) => ({ ...signature, signed: index < done }));
  return { agreementId, title: terms.title, parties, announcement, signatures };
}

/** How many signatures stand; after the exchange all of them do. */
export function signaturesDone(progress: StagedItem["progress"]): number {
  if (progress.step === "called") return progress.signatures.length;
  return ["queued", "skipped"].includes(progress.step) ? 0 : Number.POSITIVE_INFINITY;
}

export const presentListed = ({ id, status, title, stage, startsAt }: ListedCeremony): z.input<typeof CeremonyItem> => ({
  ceremonyId: id,
  status,
  title,
  stage,
  startsAt,
});
