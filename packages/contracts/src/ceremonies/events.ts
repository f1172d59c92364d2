import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import {
  AccountId,
  AgreementId,
  CeremonyId,
  CertificateId,
  FairId,
  MeetingId,
  OrganizationId,
  RepresentativeId,
  RunOfShowItemId,
} from "../kernel/ids.ts";
import { Instant, LocalizedName, localizedLine } from "../kernel/values.ts";
import { AgreementTerms, Announcement, Party, RunOfShowItem } from "./values.ts";

export const agreementsTopic = defineTopic("ceremonies.agreements");
export const ceremoniesTopic = defineTopic("ceremonies.ceremonies");
export const certificatesTopic = defineTopic("ceremonies.certificates");

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const agreementId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0a01";
const ceremonyId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0b01";
const itemId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0c01";
const meetingId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0901";
const accountId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0301";
const parties = [
  {
    organizationId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101",
    name: { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" },
    signatoryId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0201",
    signatoryName: { en: "Lin Yue (example)", zh: "林悦（示例）" },
  },
  {
    organizationId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0102",
    name: { en: "Costa Verde Moda (example)" },
    signatoryId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0202",
    signatoryName: { en: "Ana Prado (example)" },
  },
];
const terms: AgreementTerms = {
  kind: "intent",
  title: { en: "Menswear co-building, autumn and winter", zh: "男装产销共建（秋冬）" },
  amount: { money: { minorUnits: 120_000_000, currency: "USD" }, amountKind: "intended" },
  disclosable: true,
};

const agreementEvent = { version: 1, topic: agreementsTopic, key: "agreementId" } as const;
const ofAgreement = {
  agreementId: AgreementId,
  fairId: FairId,
  /** In every event of the agreement, so that its parties can be told without asking back. */
  partyOrganizationIds: z.array(OrganizationId).min(2).max(10),
};
const exampleAgreement = { agreementId, fairId, partyOrganizationIds: parties.map(({ organizationId }) => organizationId) };

export const agreementDrafted = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-drafted",
  description: "Two organizations that have met write down what they agree; the text may still change",
  data: z.object({
    ...ofAgreement,
    meetingId: MeetingId,
    terms: AgreementTerms,
    parties: z.array(Party).min(2).max(10),
    draftedBy: OrganizationId,
    draftedAt: Instant,
  }),
  example: {
    ...exampleAgreement,
    meetingId,
    terms,
    parties,
    draftedBy: parties[0]!.organizationId,
    draftedAt: "2026-09-01T03:00:00.000Z",
  },
});

export const agreementRevised = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-revised",
  description: "The draft now reads so",
  data: z.object({ ...ofAgreement, terms: AgreementTerms, revisedAt: Instant }),
  example: { ...exampleAgreement, terms, revisedAt: "2026-09-01T03:10:00.000Z" },
});

export const agreementSent = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-sent",
  description: "The text is frozen; every party is asked to release or to reject it",
  data: z.object({ ...ofAgreement, terms: AgreementTerms, parties: z.array(Party), textDigest: z.string(), sentAt: Instant }),
  example: {
    ...exampleAgreement,
    terms,
    parties,
    textDigest: "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7",
    sentAt: "2026-09-01T03:20:00.000Z",
  },
});

export const agreementPartyReleased = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-party-released",
  description: "One party stands by the frozen text and says what may be announced",
  data: z.object({ ...ofAgreement, organizationId: OrganizationId, announcement: Announcement, releasedAt: Instant }),
  example: {
    ...exampleAgreement,
    organizationId: parties[0]!.organizationId,
    announcement: { agreement: true, amount: false },
    releasedAt: "2026-09-01T03:30:00.000Z",
  },
});

export const agreementReleased = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-released",
  description: "All parties stand by the text: it may be signed on stage",
  data: z.object({
    ...ofAgreement,
    terms: AgreementTerms,
    parties: z.array(Party),
    announcement: Announcement,
    textDigest: z.string(),
    releasedAt: Instant,
  }),
  example: {
    ...exampleAgreement,
    terms,
    parties,
    announcement: { agreement: true, amount: false },
    textDigest: "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7",
    releasedAt: "2026-09-01T03:40:00.000Z",
  },
});

export const agreementRejected = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-rejected",
  description: "A party does not stand by the text; this ends it",
  data: z.object({
    ...ofAgreement,
    organizationId: OrganizationId,
    title: localizedLine(300),
    reason: z.string().max(1_000),
    rejectedAt: Instant,
  }),
  example: {
    ...exampleAgreement,
    organizationId: parties[1]!.organizationId,
    title: terms.title,
    reason: "The delivery terms are missing.",
    rejectedAt: "2026-09-01T03:40:00.000Z",
  },
});

export const agreementVoided = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-voided",
  description: "The drafting side takes an unsigned agreement back",
  data: z.object({ ...ofAgreement, reason: z.string().max(1_000), voidedAt: Instant }),
  example: { ...exampleAgreement, reason: "Replaced by a contract.", voidedAt: "2026-09-01T04:40:00.000Z" },
});

export const agreementCompleted = defineEvent({
  ...agreementEvent,
  type: "ceremonies.agreement-completed",
  description: "Signed by every signatory in both copies",
  data: z.object({ ...ofAgreement, ceremonyId: CeremonyId, completedAt: Instant }),
  example: { ...exampleAgreement, ceremonyId, completedAt: "2026-09-01T07:05:00.000Z" },
});

const ceremonyEvent = { version: 1, topic: ceremoniesTopic, key: "ceremonyId" } as const;
const ofCeremony = { ceremonyId: CeremonyId, fairId: FairId };
const ofItem = { ...ofCeremony, itemId: RunOfShowItemId };
const exampleCeremony = { ceremonyId, fairId };
const exampleItem = { ...exampleCeremony, itemId };

export const ceremonyPlanned = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.ceremony-planned",
  description: "A ceremony will take place on a stage of the fair",
  data: z.object({ ...ofCeremony, title: localizedLine(300), stage: LocalizedName, startsAt: Instant, plannedAt: Instant }),
  example: {
    ...exampleCeremony,
    title: { en: "Global menswear production-and-sales co-building signing ceremony", zh: "全球男装产销共建签约仪式" },
    stage: { en: "Main stage", zh: "主舞台" },
    startsAt: "2026-09-01T07:00:00.000Z",
    plannedAt: "2026-08-20T07:00:00.000Z",
  },
});

export const runOfShowSet = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.run-of-show-set",
  description: "The run of show is now this list, in this order",
  data: z.object({ ...ofCeremony, items: z.array(RunOfShowItem).max(100), setAt: Instant }),
  example: {
    ...exampleCeremony,
    items: [{ kind: "signing", itemId, agreementId, minutes: 10 }],
    setAt: "2026-08-20T07:30:00.000Z",
  },
});

export const ceremonyOpened = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.ceremony-opened",
  description: "The ceremony is on stage; its run of show is fixed",
  data: z.object({
    ...ofCeremony,
    title: localizedLine(300),
    stage: LocalizedName,
    /** Organizations that sign in it. */
    partyOrganizationIds: z.array(OrganizationId).max(1_000),
    openedAt: Instant,
  }),
  example: {
    ...exampleCeremony,
    partyOrganizationIds: exampleAgreement.partyOrganizationIds,
    title: ceremonyPlanned.example.title,
    stage: ceremonyPlanned.example.stage,
    openedAt: "2026-09-01T07:00:00.000Z",
  },
});

export const itemCalled = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.item-called",
  description: "The next item is on stage",
  data: z.object({ ...ofItem, kind: z.enum(["signing", "plaqueConferral", "speech", "photo"]), calledAt: Instant }),
  example: { ...exampleItem, kind: "signing", calledAt: "2026-09-01T07:01:00.000Z" },
});

export const signatureRecorded = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.signature-recorded",
  description: "A signatory has signed one of the originals",
  data: z.object({
    ...ofItem,
    agreementId: AgreementId,
    signatoryId: RepresentativeId,
    /** Which original, by the party that keeps it; each signatory signs the own party's copy first. */
    copyOf: OrganizationId,
    recordedBy: AccountId,
    signedAt: Instant,
  }),
  example: {
    ...exampleItem,
    agreementId,
    signatoryId: parties[0]!.signatoryId,
    copyOf: parties[0]!.organizationId,
    recordedBy: accountId,
    signedAt: "2026-09-01T07:02:00.000Z",
  },
});

export const copiesExchanged = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.copies-exchanged",
  description: "The signed originals have been exchanged",
  data: z.object({ ...ofItem, agreementId: AgreementId, exchangedAt: Instant }),
  example: { ...exampleItem, agreementId, exchangedAt: "2026-09-01T07:04:00.000Z" },
});

export const plaqueConferred = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.plaque-conferred",
  description: "A plaque has been handed to its recipients",
  data: z.object({
    ...ofItem,
    title: localizedLine(300),
    conferrer: LocalizedName,
    recipients: z.array(LocalizedName),
    conferredAt: Instant,
  }),
  example: {
    ...exampleItem,
    title: { en: "Shishi goods global exhibition centre, Brazil", zh: "石狮优品全球展销中心（巴西）" },
    conferrer: { en: "Organizing committee", zh: "组委会" },
    recipients: [{ en: "Centre operator in Brazil (example)", zh: "巴西中心运营方（示例）" }],
    conferredAt: "2026-09-01T07:20:00.000Z",
  },
});

export const itemPhotographed = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.item-photographed",
  description: "The photograph of the item has been taken",
  data: z.object({ ...ofItem, photographedAt: Instant }),
  example: { ...exampleItem, photographedAt: "2026-09-01T07:05:00.000Z" },
});

export const itemCompleted = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.item-completed",
  description: "The item is done; a completed signing names its agreement",
  data: z.object({ ...ofItem, agreementId: AgreementId.optional(), completedAt: Instant }),
  example: { ...exampleItem, agreementId, completedAt: "2026-09-01T07:05:00.000Z" },
});

export const itemSkipped = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.item-skipped",
  description: "The host passes over an item, for this reason",
  data: z.object({ ...ofItem, reason: z.string().max(500), skippedAt: Instant }),
  example: { ...exampleItem, reason: "The guest is delayed.", skippedAt: "2026-09-01T07:05:00.000Z" },
});

export const ceremonyCompleted = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.ceremony-completed",
  description: "Every item is done or skipped",
  data: z.object({ ...ofCeremony, completedAt: Instant }),
  example: { ...exampleCeremony, completedAt: "2026-09-01T07:40:00.000Z" },
});

export const ceremonyAborted = defineEvent({
  ...ceremonyEvent,
  type: "ceremonies.ceremony-aborted",
  description: "The host ends the ceremony before its end; what was signed stays signed, half-signed items count for nothing",
  data: z.object({ ...ofCeremony, reason: z.string().max(500), abortedAt: Instant }),
  example: { ...exampleCeremony, reason: "Fire alarm", abortedAt: "2026-09-01T07:20:00.000Z" },
});

export const certificateIssued = defineEvent({
  type: "ceremonies.certificate-issued",
  version: 1,
  topic: certificatesTopic,
  key: "certificateId",
  description: "A completed agreement or conferral can be verified by anyone who has the code",
  data: z.object({
    certificateId: CertificateId,
    fairId: FairId,
    ceremonyId: CeremonyId,
    itemId: RunOfShowItemId,
    subject: z.enum(["agreement", "plaqueConferral"]),
    agreementId: AgreementId.optional(),
    /** The parties of the agreement; empty for a conferral. */
    partyOrganizationIds: z.array(OrganizationId).max(10),
    verificationCode: z.string(),
    /** Hash of the last entry of the audit trail it stands on. */
    trailHead: z.string(),
    issuedAt: Instant,
  }),
  example: {
    certificateId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0d01",
    fairId,
    ceremonyId,
    itemId,
    subject: "agreement",
    agreementId,
    partyOrganizationIds: exampleAgreement.partyOrganizationIds,
    verificationCode: "K7QM-3XZP-9TRA-W2HD",
    trailHead: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    issuedAt: "2026-09-01T07:05:00.100Z",
  },
});

export const ceremoniesEvents = [
  agreementDrafted,
  agreementRevised,
  agreementSent,
  agreementPartyReleased,
  agreementReleased,
  agreementRejected,
  agreementVoided,
  agreementCompleted,
  ceremonyPlanned,
  runOfShowSet,
  ceremonyOpened,
  itemCalled,
  signatureRecorded,
  copiesExchanged,
  plaqueConferred,
  itemPhotographed,
  itemCompleted,
  itemSkipped,
  ceremonyCompleted,
  ceremonyAborted,
  certificateIssued,
] as const;
