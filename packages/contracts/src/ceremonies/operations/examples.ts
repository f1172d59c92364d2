import { agreementDrafted, ceremonyPlanned, certificateIssued, plaqueConferred, signatureRecorded } from "../events.ts";

const { fairId, agreementId, meetingId, terms, parties, draftedBy, draftedAt } = agreementDrafted.example;
const { ceremonyId, title, stage, startsAt } = ceremonyPlanned.example;
const { itemId } = signatureRecorded.example;

export { agreementId, ceremonyId, fairId, itemId, meetingId, parties, terms };
export const atFair = { fairId };
export const atAgreement = { fairId, agreementId };
export const atCeremony = { fairId, ceremonyId };
export const atItem = { fairId, ceremonyId, itemId };

export const agreement = {
  agreementId,
  fairId,
  version: 1,
  status: "draft" as const,
  meetingId,
  terms,
  parties,
  draftedBy,
  draftedAt,
  releases: [],
};

const signatures = [
  { signatoryId: parties[0]?.signatoryId as string, copyOf: parties[0]?.organizationId as string, signed: false },
  { signatoryId: parties[1]?.signatoryId as string, copyOf: parties[1]?.organizationId as string, signed: false },
  { signatoryId: parties[0]?.signatoryId as string, copyOf: parties[1]?.organizationId as string, signed: false },
  { signatoryId: parties[1]?.signatoryId as string, copyOf: parties[0]?.organizationId as string, signed: false },
];
export const firstSignature = { signatoryId: signatures[0]?.signatoryId as string, copyOf: signatures[0]?.copyOf as string };

export const ceremony = {
  ceremonyId,
  fairId,
  version: 5,
  moves: 5,
  status: "onStage" as const,
  title,
  stage,
  startsAt,
  items: [
    {
      itemId,
      kind: "signing" as const,
      step: "called" as const,
      minutes: 10,
      agreementId,
      signing: { agreementId, title: terms.title, parties, announcement: { agreement: true, amount: false }, signatures },
    },
  ],
  nextStep: { step: "sign" as const, itemId, ...firstSignature },
};

export const stageView = {
  ceremonyId,
  fairId,
  version: 5,
  status: "onStage" as const,
  title,
  stage,
  startsAt,
  now: {
    kind: "signing" as const,
    step: "called" as const,
    title: terms.title,
    parties: parties.map(({ name, signatoryName }) => ({ name, signatoryName, signed: false })),
  },
  done: 0,
  of: 1,
};

const { certificateId, verificationCode, trailHead, issuedAt } = certificateIssued.example;
export const certificate = {
  certificateId,
  fairId,
  subject: "agreement" as const,
  verificationCode,
  trailHead,
  issuedAt,
  title: terms.title,
  parties,
  terms,
};
export const code = verificationCode;
export const plaque = {
  kind: "plaqueConferral" as const,
  title: plaqueConferred.example.title,
  conferrer: plaqueConferred.example.conferrer,
  recipients: plaqueConferred.example.recipients,
  minutes: 5,
};
const entryHash = trailHead;
export const verification = {
  verdict: "valid" as const,
  subject: "agreement" as const,
  agreementKind: terms.kind,
  title: terms.title,
  partyNames: parties.map(({ name }) => name),
  issuedAt,
  trailHead,
  trail: [
    {
      index: 0,
      at: issuedAt,
      what: "ceremonies.certificate-issued.v1",
      dataDigest: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
      prevHash: "0".repeat(64),
      hash: entryHash,
    },
  ],
};
