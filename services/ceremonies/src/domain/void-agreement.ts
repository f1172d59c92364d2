import { agreementVoided } from "@rialto/contracts/ceremonies/events";
import { type Agreement, type AgreementEvent, identityOf } from "./agreement.ts";
import { type ActingParty, asDrafter } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface VoidAgreement {
  readonly by: ActingParty;
  readonly reason: string;
  readonly now: string;
}

/** Not behind the back of a ceremony: AGREEMENT_ON_STAGE names the one that would miss it. */
export function voidAgreement({ by, reason, now }: VoidAgreement, state: Agreement): AgreementEvent[] {
  const agreement = asDrafter(by, state);
  if (["completed", "rejected", "voided"].includes(agreement.status))
    throw refuse("AGREEMENT_CLOSED", { status: agreement.status });
  if (agreement.status === "released" && agreement.onStageIn !== undefined)
    throw refuse("AGREEMENT_ON_STAGE", { ceremonyId: agreement.onStageIn });
  return [agreementVoided.draft({ ...identityOf(agreement), reason, voidedAt: now })];
}
