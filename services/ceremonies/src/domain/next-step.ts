import type { Ceremony, ExistingCeremony, Signing, StagedItem } from "./ceremony.ts";
import { type Signature, signingOrder } from "./signing-order.ts";

/** The one thing the host can do next, as data for one big button. */
export type NextStep =
  | { readonly step: "setRunOfShow" }
  | { readonly step: "open" }
  | { readonly step: "call"; readonly itemId: string }
  | ({ readonly step: "sign"; readonly itemId: string } & Signature)
  | { readonly step: "exchange" | "confer" | "photograph" | "complete"; readonly itemId: string }
  | { readonly step: "none" };

export const signingOf = ({ signings }: Pick<ExistingCeremony, "signings">, { item }: StagedItem): Signing | undefined =>
  item.kind === "signing" ? signings.find(({ agreementId }) => agreementId === item.agreementId) : undefined;

/** The item that was called and is not yet done. */
export const itemOnStage = ({ items }: Pick<ExistingCeremony, "items">): StagedItem | undefined =>
  items.find(({ progress }) => !["queued", "done", "skipped"].includes(progress.step));

export const nextQueued = ({ items }: Pick<ExistingCeremony, "items">): StagedItem | undefined =>
  items.find(({ progress }) => progress.step === "queued");

/** The whole order of a ceremony in one place: what follows from what the stage has seen. */
export function nextStep(ceremony: Ceremony): NextStep {
  if (ceremony.status === "planned") return { step: ceremony.items.length === 0 ? "setRunOfShow" : "open" };
  if (ceremony.status !== "onStage") return { step: "none" };
  const current = itemOnStage(ceremony);
  if (current !== undefined) return stepOf(ceremony, current);
  const next = nextQueued(ceremony);
  return next === undefined ? { step: "none" } : { step: "call", itemId: next.item.itemId };
}

function stepOf(ceremony: ExistingCeremony, staged: StagedItem): NextStep {
  const { item, progress } = staged;
  const { itemId } = item;
  if (progress.step === "photographed") return { step: "complete", itemId };
  if (progress.step === "exchanged" || progress.step === "conferred") return { step: "photograph", itemId };
  switch (item.kind) {
    case "signing": {
      const done = progress.step === "called" ? progress.signatures.length : 0;
      const signature = signingOrder(signingOf(ceremony, staged)?.parties ?? [])[done];
      return signature === undefined ? { step: "exchange", itemId } : { step: "sign", itemId, ...signature };
    }
    case "plaqueConferral":
      return { step: "confer", itemId };
    case "photo":
      return { step: "photograph", itemId };
    case "speech":
      return { step: "complete", itemId };
  }
}
