import { listAgreements as operation } from "@rialto/contracts/ceremonies/operations/agreements";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { forTheStage } from "../domain/may-see-agreement.ts";
import { presentAgreement } from "../presenting/present-agreement.ts";
import type { AgreementDocument } from "../store/agreements.ts";
import { actingParty, isHost } from "./caller.ts";

const present = ({ state, version }: AgreementDocument) => presentAgreement(state, version);

export const listAgreementsRoute = ({ agreements }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId }, query: { status, cursor, limit }, principal }) => {
    const asked = status === undefined ? undefined : [status];
    const visible = isHost(principal, fairId)
      ? { statuses: forTheStage.filter((one) => asked?.includes(one) ?? true) }
      : { organizationIds: actingParty(principal, fairId).organizationIds, ...(asked === undefined ? {} : { statuses: asked }) };
    const found = await agreements.list({ fairId, ...visible, cursor, limit });
    return pageFrom(found, limit, present, ({ _id, state }) => [state.draftedAt, _id]);
  });
