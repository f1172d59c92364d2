import { agreementRejected } from "@rialto/contracts/ceremonies/events";
import { type Agreement, type AgreementEvent, identityOf } from "./agreement.ts";
import { type ActingParty, asParty } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface RejectAgreement {
  readonly by: ActingParty;
  readonly reason: string;
  readonly now: string;
}

/** Any party may reject while not everybody has released; this ends the agreement. */
export function rejectAgreement({ by, reason, now }: RejectAgreement, state: Agreement): AgreementEvent[] {
  const { agreement, organizationId } = asParty(by, state);
  if (agreement.status !== "sent") throw refuse("AGREEMENT_NOT_SENT", { status: agreement.status });
  const { title } = agreement.terms;
  return [agreementRejected.draft({ ...identityOf(agreement), organizationId, title, reason, rejectedAt: now })];
}
