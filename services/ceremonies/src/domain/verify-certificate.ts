import { certificateIssued } from "@rialto/contracts/ceremonies/events";
import { verifyTrail } from "./audit-trail.ts";
import { digestOf } from "./canonical-json.ts";
import type { IssuedCertificate } from "./certificate.ts";

/** `head` of a genuine certificate is also printed on it and was announced in its event: three places to compare. */
export type CertificateVerdict =
  | { readonly verdict: "valid" }
  | { readonly verdict: "tampered"; readonly with: "trail" | "head" | "document"; readonly firstBroken?: number };

/**
 * Recomputes everything from what is stored: the chain, its head, the text behind its digest and the document behind the
 * last entry. `printedHead`: what the certificate in somebody's hands says, or the beginning of it.
 */
export function verifyCertificate(certificate: IssuedCertificate, printedHead?: string): CertificateVerdict {
  const { trail, trailHead, certified, id, itemId } = certificate;
  const chain = verifyTrail(trail);
  if (!chain.intact) return { verdict: "tampered", with: "trail", firstBroken: chain.firstBroken };
  if (chain.head !== trailHead || (printedHead !== undefined && !trailHead.startsWith(printedHead.toLowerCase()))) {
    return { verdict: "tampered", with: "head" };
  }
  const seal = trail.at(-1);
  const sealed = digestOf({ certificateId: id, itemId, subject: certified });
  if (seal?.what !== certificateIssued.type || seal.dataDigest !== sealed) return { verdict: "tampered", with: "document" };
  if (
    certified.subject === "agreement" &&
    digestOf({ terms: certified.terms, parties: certified.parties }) !== certified.textDigest
  ) {
    return { verdict: "tampered", with: "document" };
  }
  return { verdict: "valid" };
}
