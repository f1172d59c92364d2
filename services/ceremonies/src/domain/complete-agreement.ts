import { agreementCompleted } from "@rialto/contracts/ceremonies/events";
import { type Agreement, type AgreementEvent, identityOf } from "./agreement.ts";

export interface CompleteAgreement {
  readonly ceremonyId: string;
  readonly now: string;
}

/** The stage has seen every signature on every copy. Told twice, it is completed once. */
export function completeAgreement({ ceremonyId, now }: CompleteAgreement, state: Agreement): AgreementEvent[] {
  if (state.status !== "released") return [];
  return [agreementCompleted.draft({ ...identityOf(state), ceremonyId, completedAt: now })];
}
