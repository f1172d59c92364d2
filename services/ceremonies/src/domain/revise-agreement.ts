import { agreementRevised } from "@rialto/contracts/ceremonies/events";
import type { AgreementTerms } from "@rialto/contracts/ceremonies/values";
import { type Agreement, type AgreementEvent, identityOf } from "./agreement.ts";
import { type ActingParty, asDrafter } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface ReviseAgreement {
  readonly by: ActingParty;
  readonly terms: AgreementTerms;
  readonly now: string;
}

export function reviseAgreement({ by, terms, now }: ReviseAgreement, state: Agreement): AgreementEvent[] {
  const agreement = asDrafter(by, state);
  if (agreement.status !== "draft") throw refuse("AGREEMENT_FROZEN", { status: agreement.status });
  return [agreementRevised.draft({ ...identityOf(agreement), terms, revisedAt: now })];
}
