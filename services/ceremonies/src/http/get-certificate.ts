import { getCertificate as operation } from "@rialto/contracts/ceremonies/operations/certificates";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { ownCertificate } from "../domain/may-see-certificate.ts";
import { presentCertificate } from "../presenting/present-certificate.ts";
import { actingParty, isHost } from "./caller.ts";

export const getCertificateRoute = ({ certificates }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, certificateId }, principal }) =>
    presentCertificate(
      ownCertificate(actingParty(principal, fairId), isHost(principal, fairId), await certificates.byId(certificateId)),
    ),
  );
