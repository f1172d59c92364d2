import type { Ceremony } from "./ceremony.ts";

/** Agreements that the ceremony will sign or has signed: the others are free for another ceremony, or to be voided. */
export function stillSigning(ceremony: Ceremony): string[] {
  if (ceremony.status === "none") return [];
  const over = ceremony.status === "aborted" || ceremony.status === "completed";
  return ceremony.items.flatMap(({ item, progress }) => {
    const signs = over ? progress.step === "done" : progress.step !== "skipped";
    return item.kind === "signing" && signs ? [item.agreementId] : [];
  });
}
