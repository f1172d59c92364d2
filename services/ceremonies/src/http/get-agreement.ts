import { getAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { seenBy } from "../domain/may-see-agreement.ts";
import { presentAgreement } from "../presenting/present-agreement.ts";
import { actingParty, isHost } from "./caller.ts";

export const getAgreementRoute = ({ agreements }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, agreementId }, principal }) => {
    const { state, version } = await agreements.store.load(agreementId);
    return presentAgreement(seenBy(actingParty(principal, fairId), isHost(principal, fairId), state), version);
  });
