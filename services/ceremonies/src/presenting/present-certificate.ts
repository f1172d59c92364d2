import type { CertificateView, Verification } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { IssuedCertificate } from "../domain/certificate.ts";
import type { CertificateVerdict } from "../domain/verify-certificate.ts";
import { disclosed } from "./disclosed.ts";

/** For its parties, organizers and hosts. */
export function presentCertificate(certificate: IssuedCertificate): z.input<typeof CertificateView> {
  const { id, fairId, verificationCode, trailHead, issuedAt, certified } = certificate;
  const facts = { certificateId: id, fairId, verificationCode, trailHead, issuedAt };
  if (certified.subject === "plaqueConferral") {
    return { ...facts, subject: certified.subject, title: certified.title, parties: [], recipients: certified.recipients };
  }
  const { subject, terms, parties } = certified;
  return { ...facts, subject, title: terms.title, parties, terms };
}

/** For anybody with the code. */
export function presentVerification(
  certificate: IssuedCertificate | undefined,
  judge: (certificate: IssuedCertificate) => CertificateVerdict,
): z.input<typeof Verification> {
  if (certificate === undefined) return { verdict: "unknown" };
  const verdict = judge(certificate);
  const { trail, trailHead, issuedAt } = certificate;
  return {
    verdict: verdict.verdict,
    ...publicSubject(certificate),
    issuedAt,
    trailHead,
    trail: [...trail],
    ...(verdict.verdict === "valid" ? {} : { tamperedWith: verdict.with }),
    ...("firstBroken" in verdict ? { firstBroken: verdict.firstBroken } : {}),
  };
}

function publicSubject({ certified }: IssuedCertificate) {
  if (certified.subject === "plaqueConferral") {
    return { subject: certified.subject, title: certified.title, recipients: certified.recipients };
  }
  const { title, parties, amount } = disclosed(certified);
  return {
    subject: certified.subject,
    agreementKind: certified.terms.kind,
    ...(title === undefined ? {} : { title }),
    ...(parties === undefined ? {} : { partyNames: parties.map(({ name }) => name) }),
    ...(amount === undefined ? {} : { amount }),
  };
}
