import { z } from "zod";
import { CertificateId, FairId } from "../../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { anyone, atFair } from "../../kernel/policy.ts";
import { line } from "../../kernel/values.ts";
import { ceremoniesRefusals } from "../refusals.ts";
import { AtFair, CertificateView, Verification } from "../shapes.ts";
import * as example from "./examples.ts";

const holder = atFair("exhibitor", "buyer", "partner", "organizer", "ceremonyHost");

export const verifyCertificate = defineOperation({
  id: "verifyCertificate",
  context: "ceremonies",
  method: "get",
  path: "/certificates/:code",
  summary:
    "Check a certificate by its code: recomputes the whole trail. Small letters, spaces, O for 0 and I or L for 1 are forgiven",
  policy: anyone,
  params: z.object({ code: line(40) }),
  query: z.strictObject({
    /** The head of the trail as it is printed on the certificate in one's hands, or its beginning. */
    head: z
      .string()
      .regex(/^[0-9a-fA-F]{8,64}$/)
      .optional(),
  }),
  result: Verification,
  example: { params: { code: example.code }, result: example.verification },
  perMinute: 60,
});

export const getCertificate = defineOperation({
  id: "getCertificate",
  context: "ceremonies",
  method: "get",
  path: "/fairs/:fairId/certificates/:certificateId",
  summary: "A certificate of the own organization; organizers and hosts see all of the fair",
  policy: holder,
  params: z.object({ fairId: FairId, certificateId: CertificateId }),
  result: CertificateView,
  refusals: only(ceremoniesRefusals, "CERTIFICATE_NOT_FOUND"),
  example: {
    params: { fairId: example.fairId, certificateId: example.certificate.certificateId },
    result: example.certificate,
  },
});

export const listCertificates = defineOperation({
  id: "listCertificates",
  context: "ceremonies",
  method: "get",
  path: "/fairs/:fairId/certificates",
  summary: "Certificates of the own organization, newest first; organizers and hosts see all of the fair",
  policy: holder,
  params: AtFair,
  query: z.strictObject(PageQuery.shape),
  result: pageOf(CertificateView),
  example: { params: example.atFair, result: { items: [example.certificate] } },
});
