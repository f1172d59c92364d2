import { verifyCertificate as operation } from "@rialto/contracts/ceremonies/operations/certificates";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { asTyped } from "../domain/verification-code.ts";
import { verifyCertificate } from "../domain/verify-certificate.ts";
import { presentVerification } from "../presenting/present-certificate.ts";

export const verifyCertificateRoute = ({ certificates }: CeremoniesDeps) =>
  route(operation, async ({ params: { code }, query: { head } }) =>
    presentVerification(await certificates.byCode(asTyped(code)), (certificate) => verifyCertificate(certificate, head)),
  );
