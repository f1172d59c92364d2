import type { Principal } from "@rialto/contracts/kernel/policy";
import type { Call } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import type { Ceremony, CeremonyEvent } from "../domain/ceremony.ts";
import { existingCeremony, type HostStep } from "../domain/on-stage.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

interface ItemCall {
  readonly params: { readonly fairId: string; readonly ceremonyId: string; readonly itemId: string };
  readonly body: { readonly seenMoves: number };
  readonly principal: Principal;
  readonly cause: Call["cause"];
  readonly now: string;
}

/** What the steps of a host have in common: one update of the ceremony, and the ceremony as it is then. */
export async function takeStep(
  { ceremonies }: CeremoniesDeps,
  { params: { fairId, ceremonyId, itemId }, body: { seenMoves }, cause, now }: ItemCall,
  decide: (step: HostStep, state: Ceremony) => CeremonyEvent[],
) {
  const step = { fairId, itemId, seenMoves, now };
  const { state, version } = await ceremonies.store.update(ceremonyId, (current) => decide(step, current), cause);
  return presentCeremony(existingCeremony(fairId, state), version);
}
