import { type Agreement, type AgreementEvent, agreementPlaced, agreementTakenOff } from "./agreement.ts";
import { existing } from "./party-access.ts";
import { refuse } from "./refuse.ts";

export interface PlaceAgreement {
  readonly fairId: string;
  readonly ceremonyId: string;
  readonly now: string;
}

/**
 * Takes a released agreement into a run of show. The agreement's own document says which ceremony signs it, so two
 * ceremonies can never both have it: AGREEMENT_IN_OTHER_CEREMONY.
 */
export function placeAgreement({ fairId, ceremonyId, now }: PlaceAgreement, state: Agreement): AgreementEvent[] {
  const agreement = existing(fairId, state);
  if (agreement.status !== "released")
    throw refuse("AGREEMENT_NOT_RELEASED", { agreementId: agreement.id, status: agreement.status });
  if (agreement.onStageIn === ceremonyId) return [];
  if (agreement.onStageIn !== undefined) {
    throw refuse("AGREEMENT_IN_OTHER_CEREMONY", { agreementId: agreement.id, ceremonyId: agreement.onStageIn });
  }
  return [agreementPlaced.draft({ ceremonyId, placedAt: now })];
}

/** The ceremony does not sign it after all. */
export function takeAgreementOff({ ceremonyId, now }: Omit<PlaceAgreement, "fairId">, state: Agreement): AgreementEvent[] {
  if (state.status !== "released" || state.onStageIn !== ceremonyId) return [];
  return [agreementTakenOff.draft({ ceremonyId, takenOffAt: now })];
}
