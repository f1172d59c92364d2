import { agreementSent } from "@rialto/contracts/ceremonies/events";
import { type Agreement, type AgreementEvent, identityOf } from "./agreement.ts";
import { digestOf } from "./canonical-json.ts";
import { type ActingParty, asDrafter } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface SendAgreement {
  readonly by: ActingParty;
  readonly now: string;
}

/** From here on the text is frozen, and its digest says which text it was. */
export function sendAgreement({ by, now }: SendAgreement, state: Agreement): AgreementEvent[] {
  const agreement = asDrafter(by, state);
  if (agreement.status !== "draft") throw refuse("AGREEMENT_FROZEN", { status: agreement.status });
  const { terms, parties } = agreement;
  const textDigest = digestOf({ terms, parties });
  return [agreementSent.draft({ ...identityOf(agreement), terms, parties: [...parties], textDigest, sentAt: now })];
}
