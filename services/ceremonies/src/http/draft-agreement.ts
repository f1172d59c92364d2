import { draftAgreement as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { draftAgreement } from "../domain/draft-agreement.ts";
import { existing } from "../domain/party-access.ts";
import { presentAgreement } from "../presenting/present-agreement.ts";
import { actingParty } from "./caller.ts";

export const draftAgreementRoute = ({ agreements, people }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId }, body: { meetingId, terms }, principal, cause, now }) => {
    const agreementId = idFor(cause, "draftAgreement", fairId);
    const meeting = await people.meeting(meetingId);
    const command = { agreementId, fairId, meeting, organizationIds: actingParty(principal, fairId).organizationIds, terms, now };
    const { state, version } = await agreements.store.update(agreementId, (current) => draftAgreement(command, current), cause);
    return presentAgreement(existing(fairId, state), version);
  });
