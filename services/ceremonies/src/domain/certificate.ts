import { certificateIssued } from "@rialto/contracts/ceremonies/events";
import { AgreementTerms, Announcement, Party, type RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import { type DraftOf, definePrivateEvent } from "@rialto/contracts/kernel/event";
import { Instant, LocalizedName } from "@rialto/contracts/kernel/values";
import { z } from "zod";
import { type AuditEntry, appendEntry, headOf } from "./audit-trail.ts";

/** What a certificate stands for, as it was when it was issued. */
export const CertifiedSubject = z.discriminatedUnion("subject", [
  z.object({
    subject: z.literal("agreement"),
    terms: AgreementTerms,
    parties: z.array(Party),
    announcement: Announcement,
    textDigest: z.string(),
  }),
  z.object({
    subject: z.literal("plaqueConferral"),
    title: LocalizedName,
    conferrer: LocalizedName,
    recipients: z.array(LocalizedName),
  }),
]);
export type CertifiedSubject = z.infer<typeof CertifiedSubject>;

const Entry = z.object({
  index: z.int().nonnegative(),
  at: Instant,
  what: z.string(),
  dataDigest: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});

/** What the public event does not say: undisclosed terms stay in this document. */
export const certificateWritten = definePrivateEvent({
  type: "ceremonies.certificate-written",
  version: 1,
  data: z.object({ certified: CertifiedSubject, trail: z.array(Entry), writtenAt: Instant }),
});

export const certificateDefinitions = [certificateWritten, certificateIssued] as const;
export type CertificateEvent = DraftOf<(typeof certificateDefinitions)[number]>;

export interface IssuedCertificate {
  readonly status: "issued";
  readonly id: string;
  readonly fairId: string;
  readonly ceremonyId: string;
  readonly itemId: string;
  readonly partyOrganizationIds: readonly string[];
  readonly verificationCode: string;
  readonly trailHead: string;
  readonly issuedAt: string;
  readonly certified: CertifiedSubject;
  readonly trail: readonly AuditEntry[];
}
export type Certificate =
  | { readonly status: "none" }
  | { readonly status: "written"; readonly certified: CertifiedSubject; readonly trail: readonly AuditEntry[] }
  | IssuedCertificate;

export const noCertificate: Certificate = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

export function evolveCertificate(state: Certificate, event: CertificateEvent): Certificate {
  switch (event.type) {
    case certificateWritten.type:
      return { status: "written", certified: event.data.certified, trail: event.data.trail };
    case certificateIssued.type: {
      if (state.status === "none") return state;
      const { certificateId, fairId, ceremonyId, itemId, partyOrganizationIds, verificationCode, trailHead, issuedAt } =
        event.data;
      const { certified, trail } = state;
      const names = {
        id: certificateId,
        fairId,
        ceremonyId,
        itemId,
        partyOrganizationIds,
        verificationCode,
        trailHead,
        issuedAt,
      };
      return { status: "issued", ...names, certified, trail };
    }
    default:
      return unhandled(event);
  }
}

export interface IssueCertificate {
  readonly certificateId: string;
  readonly fairId: string;
  readonly ceremonyId: string;
  readonly itemId: string;
  readonly certified: CertifiedSubject;
  /** The item's trail up to its completion. */
  readonly trail: readonly AuditEntry[];
  readonly verificationCode: string;
  readonly now: string;
}

/** Issued once per item: a completed item that is told of twice keeps its certificate and its code. */
export function issueCertificate(command: IssueCertificate, state: Certificate): CertificateEvent[] {
  if (state.status !== "none") return [];
  const { certificateId, fairId, ceremonyId, itemId, certified, verificationCode, now } = command;
  const sealed = { type: certificateIssued.type, data: { certificateId, itemId, subject: certified } };
  const trail = appendEntry(command.trail, sealed, now);
  const partyOrganizationIds =
    certified.subject === "agreement" ? certified.parties.map(({ organizationId }) => organizationId) : [];
  return [
    certificateWritten.draft({ certified, trail, writtenAt: now }),
    certificateIssued.draft({
      certificateId,
      fairId,
      ceremonyId,
      itemId,
      subject: certified.subject,
      partyOrganizationIds,
      verificationCode,
      trailHead: headOf(trail),
      issuedAt: now,
    }),
  ];
}

/** The subject of a completed item; speeches and photographs are not certified. */
export function certifiedSubject(item: RunOfShowItem, signing: SignedText | undefined): CertifiedSubject | undefined {
  if (item.kind === "plaqueConferral") {
    const { title, conferrer, recipients } = item;
    return { subject: "plaqueConferral", title, conferrer, recipients };
  }
  if (item.kind !== "signing" || signing === undefined) return undefined;
  const { terms, parties, announcement, textDigest } = signing;
  return { subject: "agreement", terms, parties: [...parties], announcement, textDigest };
}

export type SignedText = Pick<
  Extract<CertifiedSubject, { subject: "agreement" }>,
  "terms" | "parties" | "announcement" | "textDigest"
>;
