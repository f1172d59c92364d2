import type { Call } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import type { Agreement, AgreementEvent } from "../domain/agreement.ts";
import type { ActingParty } from "../domain/party-access.ts";
import { existing } from "../domain/party-access.ts";
import { presentAgreement } from "../presenting/present-agreement.ts";
import { actingParty } from "./caller.ts";

interface PartyCall {
  readonly params: { readonly fairId: string; readonly agreementId: string };
  readonly principal: Parameters<typeof actingParty>[0];
  readonly cause: Call["cause"];
}

/** What the commands of a party have in common: who acts, one update, the agreement as it is then. */
export async function changeAgreement(
  { agreements }: CeremoniesDeps,
  { params: { fairId, agreementId }, principal, cause }: PartyCall,
  decide: (by: ActingParty, state: Agreement) => AgreementEvent[],
) {
  const by = actingParty(principal, fairId);
  const { state, version } = await agreements.store.update(agreementId, (current) => decide(by, current), cause);
  return presentAgreement(existing(fairId, state), version);
}
