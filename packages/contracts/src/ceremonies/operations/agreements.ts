import { z } from "zod";
import { MeetingId } from "../../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { atFair } from "../../kernel/policy.ts";
import { ceremoniesRefusals } from "../refusals.ts";
import { AgreementStatus, AgreementTermsInput, AgreementView, AtAgreement, AtFair, reason } from "../shapes.ts";
import * as example from "./examples.ts";

const party = atFair("exhibitor", "buyer", "partner");
const partyOrHost = atFair("exhibitor", "buyer", "partner", "organizer", "ceremonyHost");
const context = "ceremonies";
const sent = { ...example.agreement, version: 2, status: "sent" as const };

export const draftAgreement = defineOperation({
  id: "draftAgreement",
  context,
  method: "post",
  path: "/fairs/:fairId/agreements",
  summary: "Write down what the two sides of a held meeting agree",
  policy: party,
  params: AtFair,
  body: z.strictObject({ meetingId: MeetingId, terms: AgreementTermsInput }),
  result: AgreementView,
  status: 201,
  refusals: only(ceremoniesRefusals, "MEETING_NOT_HELD", "NOT_YOUR_MEETING"),
  example: {
    params: example.atFair,
    body: { meetingId: example.meetingId, terms: example.terms },
    result: example.agreement,
  },
});

export const reviseAgreement = defineOperation({
  id: "reviseAgreement",
  context,
  method: "put",
  path: "/fairs/:fairId/agreements/:agreementId/terms",
  summary: "Replace the terms of one's own draft",
  policy: party,
  params: AtAgreement,
  body: AgreementTermsInput,
  result: AgreementView,
  refusals: only(ceremoniesRefusals, "AGREEMENT_NOT_FOUND", "NOT_THE_DRAFTING_SIDE", "AGREEMENT_FROZEN"),
  example: { params: example.atAgreement, body: example.terms, result: { ...example.agreement, version: 2 } },
});

export const sendAgreement = defineOperation({
  id: "sendAgreement",
  context,
  method: "post",
  path: "/fairs/:fairId/agreements/:agreementId/send",
  summary: "Freeze the text and ask every party to release or to reject it",
  policy: party,
  params: AtAgreement,
  body: z.strictObject({}),
  result: AgreementView,
  refusals: only(ceremoniesRefusals, "AGREEMENT_NOT_FOUND", "NOT_THE_DRAFTING_SIDE", "AGREEMENT_FROZEN"),
  example: { params: example.atAgreement, body: {}, result: sent },
});

export const releaseAgreement = defineOperation({
  id: "releaseAgreement",
  context,
  method: "post",
  path: "/fairs/:fairId/agreements/:agreementId/release",
  summary: "Stand by the frozen text for one's own side, and say what may be announced; the strictest word of all parties holds",
  policy: party,
  params: AtAgreement,
  body: z.strictObject({ announcement: z.strictObject({ agreement: z.boolean(), amount: z.boolean() }) }),
  result: AgreementView,
  refusals: only(
    ceremoniesRefusals,
    "AGREEMENT_NOT_FOUND",
    "AGREEMENT_NOT_SENT",
    "ALREADY_RELEASED",
    "AMOUNT_NEEDS_ANNOUNCEMENT",
  ),
  example: {
    params: example.atAgreement,
    body: { announcement: { agreement: true, amount: false } },
    result: { ...sent, version: 3 },
  },
});

export const rejectAgreement = defineOperation({
  id: "rejectAgreement",
  context,
  method: "post",
  path: "/fairs/:fairId/agreements/:agreementId/reject",
  summary: "Not stand by the frozen text, for this reason; this ends the agreement",
  policy: party,
  params: AtAgreement,
  body: z.strictObject({ reason }),
  result: AgreementView,
  refusals: only(ceremoniesRefusals, "AGREEMENT_NOT_FOUND", "AGREEMENT_NOT_SENT"),
  example: {
    params: example.atAgreement,
    body: { reason: "The delivery terms are missing." },
    result: { ...sent, version: 3, status: "rejected", reason: "The delivery terms are missing." },
  },
});

export const voidAgreement = defineOperation({
  id: "voidAgreement",
  context,
  method: "post",
  path: "/fairs/:fairId/agreements/:agreementId/void",
  summary: "Take one's own unsigned agreement back, for this reason",
  policy: party,
  params: AtAgreement,
  body: z.strictObject({ reason }),
  result: AgreementView,
  refusals: only(ceremoniesRefusals, "AGREEMENT_NOT_FOUND", "NOT_THE_DRAFTING_SIDE", "AGREEMENT_CLOSED", "AGREEMENT_ON_STAGE"),
  example: {
    params: example.atAgreement,
    body: { reason: "Replaced by a contract." },
    result: { ...example.agreement, version: 2, status: "voided", reason: "Replaced by a contract." },
  },
});

export const getAgreement = defineOperation({
  id: "getAgreement",
  context,
  method: "get",
  path: "/fairs/:fairId/agreements/:agreementId",
  summary: "One agreement of the own organization; organizers and hosts see those that are released",
  policy: partyOrHost,
  params: AtAgreement,
  result: AgreementView,
  refusals: only(ceremoniesRefusals, "AGREEMENT_NOT_FOUND"),
  example: { params: example.atAgreement, result: example.agreement },
});

export const listAgreements = defineOperation({
  id: "listAgreements",
  context,
  method: "get",
  path: "/fairs/:fairId/agreements",
  summary: "Agreements of the own organization, newest first; for organizers and hosts those that are released or signed",
  policy: partyOrHost,
  params: AtFair,
  query: z.strictObject({ ...PageQuery.shape, status: AgreementStatus.optional() }),
  result: pageOf(AgreementView),
  example: { params: example.atFair, result: { items: [example.agreement] } },
});
