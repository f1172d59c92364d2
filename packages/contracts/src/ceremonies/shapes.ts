import { z } from "zod";
import {
  AgreementId,
  CeremonyId,
  CertificateId,
  FairId,
  MeetingId,
  OrganizationId,
  RepresentativeId,
  RunOfShowItemId,
} from "../kernel/ids.ts";
import { Instant, LocalizedName, line, localizedLine, localizedProse, prose } from "../kernel/values.ts";
import { AgreementTerms, Announcement, Party } from "./values.ts";

export const AtFair = z.object({ fairId: FairId });
export const AtAgreement = z.object({ fairId: FairId, agreementId: AgreementId });
export const AtCeremony = z.object({ fairId: FairId, ceremonyId: CeremonyId });
export const AtItem = z.object({ fairId: FairId, ceremonyId: CeremonyId, itemId: RunOfShowItemId });

export const AgreementTermsInput = z.strictObject({
  ...AgreementTerms.shape,
  summary: localizedProse(4_000).optional(),
  amount: z
    .strictObject({
      money: z.strictObject({
        minorUnits: z.int().nonnegative().max(Number.MAX_SAFE_INTEGER),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
      amountKind: z.enum(["intended", "contracted"]),
    })
    .optional(),
});

export const AgreementStatus = z
  .enum(["draft", "sent", "released", "completed", "rejected", "voided"])
  .meta({ title: "AgreementStatus" });

/** An agreement as its parties see it; hosts and organizers see it once it is released. */
export const AgreementView = z
  .object({
    agreementId: AgreementId,
    fairId: FairId,
    version: z.int().positive(),
    status: AgreementStatus,
    meetingId: MeetingId,
    terms: AgreementTerms,
    /** In the order of signing. */
    parties: z.array(Party).max(10),
    draftedBy: OrganizationId,
    draftedAt: Instant,
    /** SHA-256 of the frozen text, once it was sent. */
    textDigest: z.string().optional(),
    /** Parties that have released, and what each of them lets be announced. */
    releases: z.array(z.object({ organizationId: OrganizationId, announcement: Announcement })).max(10),
    /** What holds for all. */
    announcement: Announcement.optional(),
    ceremonyId: CeremonyId.optional(),
    /** Why it was rejected or voided. */
    reason: z.string().optional(),
  })
  .meta({ title: "Agreement" });

const minutes = z.int().min(1).max(120);

/** An item as the host writes it down. One that stays keeps its id. */
export const RunOfShowItemInput = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("signing"), itemId: RunOfShowItemId.optional(), agreementId: AgreementId, minutes }),
    z.strictObject({
      kind: z.literal("plaqueConferral"),
      itemId: RunOfShowItemId.optional(),
      title: localizedLine(300),
      conferrer: LocalizedName,
      recipients: z.array(LocalizedName).min(1).max(20),
      minutes,
    }),
    z.strictObject({
      kind: z.literal("speech"),
      itemId: RunOfShowItemId.optional(),
      title: localizedLine(300),
      speaker: LocalizedName,
      minutes,
    }),
    z.strictObject({ kind: z.literal("photo"), itemId: RunOfShowItemId.optional(), title: localizedLine(300), minutes }),
  ])
  .meta({ title: "RunOfShowItemInput" });

export const CeremonyStatus = z.enum(["planned", "onStage", "completed", "aborted"]).meta({ title: "CeremonyStatus" });
export const ItemStep = z
  .enum(["queued", "called", "exchanged", "conferred", "photographed", "done", "skipped"])
  .meta({ title: "ItemStep" });

const Signature = { signatoryId: RepresentativeId, copyOf: OrganizationId };

/** The one thing to do next, for one big button; `none`: nothing is left. */
export const NextStep = z
  .discriminatedUnion("step", [
    z.object({ step: z.literal("setRunOfShow") }),
    z.object({ step: z.literal("open") }),
    z.object({ step: z.literal("call"), itemId: RunOfShowItemId }),
    z.object({ step: z.literal("sign"), itemId: RunOfShowItemId, ...Signature }),
    z.object({ step: z.enum(["exchange", "confer", "photograph", "complete"]), itemId: RunOfShowItemId }),
    z.object({ step: z.literal("none") }),
  ])
  .meta({ title: "NextStep" });

/** What the host needs of an agreement: titles, who signs, and what the screen may say. No amounts. */
const HostedSigning = z.object({
  agreementId: AgreementId,
  title: localizedLine(300),
  parties: z.array(Party).max(10),
  announcement: Announcement,
  /** All signatures of all originals, in the order in which they are due. */
  signatures: z.array(z.object({ ...Signature, signed: z.boolean() })).max(100),
});

export const HostedItem = z
  .object({
    itemId: RunOfShowItemId,
    kind: z.enum(["signing", "plaqueConferral", "speech", "photo"]),
    step: ItemStep,
    minutes,
    /** Of plaques, speeches and photographs. */
    title: localizedLine(300).optional(),
    speaker: LocalizedName.optional(),
    conferrer: LocalizedName.optional(),
    recipients: z.array(LocalizedName).max(20).optional(),
    /** Before the ceremony opens: only the agreement's id is sure. */
    agreementId: AgreementId.optional(),
    signing: HostedSigning.optional(),
    /** Why it was skipped. */
    reason: z.string().optional(),
  })
  .meta({ title: "HostedItem" });

/** A ceremony as its hosts see it. */
export const CeremonyView = z
  .object({
    ceremonyId: CeremonyId,
    fairId: FairId,
    version: z.int().positive(),
    /** To be handed back with each step: a step on an older view is refused with CEREMONY_MOVED_ON. */
    moves: z.int().positive(),
    status: CeremonyStatus,
    title: localizedLine(300),
    stage: LocalizedName,
    startsAt: Instant,
    items: z.array(HostedItem).max(100),
    nextStep: NextStep,
    /** Why it was aborted. */
    reason: z.string().optional(),
  })
  .meta({ title: "Ceremony" });

export const CeremonyItem = z
  .object({
    ceremonyId: CeremonyId,
    status: CeremonyStatus,
    title: localizedLine(300),
    stage: LocalizedName,
    startsAt: Instant,
  })
  .meta({ title: "CeremonyItem" });

/** One item as the big screen may show it: a signing that was not released for announcement has no names. */
export const StageItem = z
  .object({
    kind: z.enum(["signing", "plaqueConferral", "speech", "photo"]),
    step: ItemStep,
    title: localizedLine(300).optional(),
    speaker: LocalizedName.optional(),
    conferrer: LocalizedName.optional(),
    recipients: z.array(LocalizedName).max(20).optional(),
    parties: z
      .array(z.object({ name: LocalizedName, signatoryName: LocalizedName, signed: z.boolean() }))
      .max(10)
      .optional(),
    amount: AgreementTerms.shape.amount,
  })
  .meta({ title: "StageItem" });

export const StageView = z
  .object({
    ceremonyId: CeremonyId,
    fairId: FairId,
    version: z.int().positive(),
    status: CeremonyStatus,
    title: localizedLine(300),
    stage: LocalizedName,
    startsAt: Instant,
    /** Absent between two items, before the first and after the last. */
    now: StageItem.optional(),
    next: StageItem.optional(),
    /** Items done and in all, for a quiet progress mark. */
    done: z.int().min(0),
    of: z.int().min(0),
  })
  .meta({ title: "StageView" });

export const AuditEntryView = z
  .object({
    index: z.int().min(0),
    at: Instant,
    what: z.string(),
    dataDigest: z.string(),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ title: "AuditEntry", description: "One step, chained to the one before: SHA-256 over canonical JSON (RFC 8785)" });

const CertificateFacts = {
  certificateId: CertificateId,
  fairId: FairId,
  subject: z.enum(["agreement", "plaqueConferral"]),
  verificationCode: z.string(),
  trailHead: z.string(),
  issuedAt: Instant,
};

/** A certificate as its parties see it. */
export const CertificateView = z
  .object({
    ...CertificateFacts,
    title: localizedLine(300),
    parties: z.array(Party).max(10),
    terms: AgreementTerms.optional(),
    recipients: z.array(LocalizedName).max(20).optional(),
  })
  .meta({ title: "Certificate" });

/** What anybody learns from a code. Names and amounts only as far as the parties let them be announced. */
export const Verification = z
  .discriminatedUnion("verdict", [
    z.object({ verdict: z.literal("unknown") }),
    z.object({
      verdict: z.enum(["valid", "tampered"]),
      subject: z.enum(["agreement", "plaqueConferral"]),
      agreementKind: AgreementTerms.shape.kind.optional(),
      title: localizedLine(300).optional(),
      partyNames: z.array(LocalizedName).max(10).optional(),
      recipients: z.array(LocalizedName).max(20).optional(),
      amount: AgreementTerms.shape.amount,
      issuedAt: Instant,
      trailHead: z.string(),
      trail: z.array(AuditEntryView).max(1_000),
      /** With `tampered`: what does not fit, and for the trail the first entry that is broken. */
      tamperedWith: z.enum(["trail", "head", "document"]).optional(),
      firstBroken: z.int().min(0).optional(),
    }),
  ])
  .meta({ title: "Verification" });

export const reason = prose(1_000);
export const shortReason = line(500);
