import { listCertificates as operation } from "@rialto/contracts/ceremonies/operations/certificates";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { presentCertificate } from "../presenting/present-certificate.ts";
import { actingParty, isHost } from "./caller.ts";

export const listCertificatesRoute = ({ certificates }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId }, query: { cursor, limit }, principal }) => {
    const own = isHost(principal, fairId) ? {} : { organizationIds: actingParty(principal, fairId).organizationIds };
    const found = await certificates.list({ fairId, ...own, cursor, limit });
    return pageFrom(found, limit, presentCertificate, ({ issuedAt, id }) => [issuedAt, id]);
  });
