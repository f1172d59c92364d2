import type { Agreement, ExistingAgreement } from "./agreement.ts";
import { type ActingParty, asParty, existing } from "./party-access.ts";

/** What the stage may know of: the rest is between the parties. */
export const forTheStage = ["released", "completed"] as const;

/** AGREEMENT_NOT_FOUND: parties see theirs, hosts and organizers what is released. */
export function seenBy(by: ActingParty, host: boolean, state: Agreement): ExistingAgreement {
  const agreement = existing(by.fairId, state);
  if (host && forTheStage.some((status) => status === agreement.status)) return agreement;
  return asParty(by, state).agreement;
}
