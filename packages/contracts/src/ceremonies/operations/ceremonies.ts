import { z } from "zod";
import { OrganizationId, RepresentativeId } from "../../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../../kernel/operation.ts";
import { anyone, atFair } from "../../kernel/policy.ts";
import { Instant, LocalizedName, localizedLine } from "../../kernel/values.ts";
import { type CeremoniesRefusalCode, ceremoniesRefusals } from "../refusals.ts";
import { AtCeremony, AtFair, AtItem, CeremonyItem, CeremonyView, RunOfShowItemInput, StageView, shortReason } from "../shapes.ts";
import * as example from "./examples.ts";

const context = "ceremonies";
const host = atFair("ceremonyHost", "organizer");
const seen = { seenMoves: z.int().min(1).max(1_000_000) };
const Step = z.strictObject(seen);
const itemPath = "/fairs/:fairId/ceremonies/:ceremonyId/items/:itemId";
const step = { seenMoves: example.ceremony.moves };
const moved = { ...example.ceremony, version: 6, moves: 6 };

const onStage = [
  "CEREMONY_NOT_FOUND",
  "CEREMONY_CLOSED",
  "CEREMONY_NOT_ON_STAGE",
  "CEREMONY_MOVED_ON",
  "ITEM_NOT_FOUND",
] as const;
const inTurn = [...onStage, "ITEM_NOT_ON_STAGE", "STEP_NOT_FOR_THIS_ITEM", "STEP_OUT_OF_ORDER"] as const;
const refusals = (...codes: CeremoniesRefusalCode[]) => only(ceremoniesRefusals, ...codes);

export const planCeremony = defineOperation({
  id: "planCeremony",
  context,
  method: "post",
  path: "/fairs/:fairId/ceremonies",
  summary: "Plan a ceremony on a stage of the fair",
  policy: atFair("organizer"),
  params: AtFair,
  body: z.strictObject({ title: localizedLine(300), stage: LocalizedName, startsAt: Instant }),
  result: CeremonyView,
  status: 201,
  example: {
    params: example.atFair,
    body: { title: example.ceremony.title, stage: example.ceremony.stage, startsAt: example.ceremony.startsAt },
    result: { ...example.ceremony, version: 1, moves: 1, status: "planned", items: [], nextStep: { step: "setRunOfShow" } },
  },
});

export const setRunOfShow = defineOperation({
  id: "setRunOfShow",
  context,
  method: "put",
  path: "/fairs/:fairId/ceremonies/:ceremonyId/run-of-show",
  summary: "Set the whole run of show, in its order; signings name released agreements that no other ceremony signs",
  policy: host,
  params: AtCeremony,
  body: z.strictObject({ ...seen, items: z.array(RunOfShowItemInput).max(100) }),
  result: CeremonyView,
  refusals: refusals(
    "CEREMONY_NOT_FOUND",
    "CEREMONY_ALREADY_OPEN",
    "CEREMONY_MOVED_ON",
    "ITEM_LISTED_TWICE",
    "AGREEMENT_NOT_FOUND",
    "AGREEMENT_NOT_RELEASED",
    "AGREEMENT_IN_OTHER_CEREMONY",
  ),
  example: {
    params: example.atCeremony,
    body: { seenMoves: 1, items: [{ kind: "signing", agreementId: example.agreementId, minutes: 10 }, example.plaque] },
    result: { ...example.ceremony, version: 2, moves: 2, status: "planned", nextStep: { step: "open" } },
  },
});

export const openCeremony = defineOperation({
  id: "openCeremony",
  context,
  method: "post",
  path: "/fairs/:fairId/ceremonies/:ceremonyId/open",
  summary: "Begin: from here on the run of show, texts and announcements are fixed",
  policy: host,
  params: AtCeremony,
  body: Step,
  result: CeremonyView,
  refusals: refusals(
    "CEREMONY_NOT_FOUND",
    "CEREMONY_ALREADY_OPEN",
    "CEREMONY_MOVED_ON",
    "RUN_OF_SHOW_EMPTY",
    "AGREEMENT_NOT_RELEASED",
  ),
  example: {
    params: example.atCeremony,
    body: { seenMoves: 2 },
    result: { ...example.ceremony, version: 4, moves: 4, nextStep: { step: "call", itemId: example.itemId } },
  },
});

export const callItem = defineOperation({
  id: "callItem",
  context,
  method: "post",
  path: `${itemPath}/call`,
  summary: "The next item goes on stage",
  policy: host,
  params: AtItem,
  body: Step,
  result: CeremonyView,
  refusals: refusals(...onStage, "ITEM_STILL_ON_STAGE", "ITEM_NOT_NEXT"),
  example: { params: example.atItem, body: { seenMoves: 4 }, result: example.ceremony },
});

export const recordSignature = defineOperation({
  id: "recordSignature",
  context,
  method: "post",
  path: `${itemPath}/signatures`,
  summary: "A signatory has signed one of the originals; the order is fixed, and a signature out of turn is refused",
  policy: host,
  params: AtItem,
  body: z.strictObject({ ...seen, signatoryId: RepresentativeId, copyOf: OrganizationId }),
  result: CeremonyView,
  refusals: refusals(...inTurn, "SIGNING_OUT_OF_TURN"),
  example: { params: example.atItem, body: { ...step, ...example.firstSignature }, result: moved },
});

export const exchangeCopies = defineOperation({
  id: "exchangeCopies",
  context,
  method: "post",
  path: `${itemPath}/exchange`,
  summary: "The signed originals have been exchanged",
  policy: host,
  params: AtItem,
  body: Step,
  result: CeremonyView,
  refusals: refusals(...inTurn),
  example: { params: example.atItem, body: step, result: moved },
});

export const conferPlaque = defineOperation({
  id: "conferPlaque",
  context,
  method: "post",
  path: `${itemPath}/confer`,
  summary: "The plaque has been handed to its recipients",
  policy: host,
  params: AtItem,
  body: Step,
  result: CeremonyView,
  refusals: refusals(...inTurn),
  example: { params: example.atItem, body: step, result: moved },
});

export const photographItem = defineOperation({
  id: "photographItem",
  context,
  method: "post",
  path: `${itemPath}/photograph`,
  summary: "The photograph has been taken",
  policy: host,
  params: AtItem,
  body: Step,
  result: CeremonyView,
  refusals: refusals(...inTurn),
  example: { params: example.atItem, body: step, result: moved },
});

export const completeItem = defineOperation({
  id: "completeItem",
  context,
  method: "post",
  path: `${itemPath}/complete`,
  summary: "The item leaves the stage; with the last one the ceremony is over",
  policy: host,
  params: AtItem,
  body: Step,
  result: CeremonyView,
  refusals: refusals(...inTurn),
  example: { params: example.atItem, body: step, result: moved },
});

export const skipItem = defineOperation({
  id: "skipItem",
  context,
  method: "post",
  path: `${itemPath}/skip`,
  summary: "Pass over an item that nobody has begun, for this reason",
  policy: host,
  params: AtItem,
  body: z.strictObject({ ...seen, reason: shortReason }),
  result: CeremonyView,
  refusals: refusals(...onStage, "ITEM_HAS_BEGUN"),
  example: { params: example.atItem, body: { ...step, reason: "The guest is delayed." }, result: moved },
});

export const abortCeremony = defineOperation({
  id: "abortCeremony",
  context,
  method: "post",
  path: "/fairs/:fairId/ceremonies/:ceremonyId/abort",
  summary: "End the ceremony now, for this reason; what is complete stays signed",
  policy: host,
  params: AtCeremony,
  body: z.strictObject({ reason: shortReason }),
  result: CeremonyView,
  refusals: refusals("CEREMONY_NOT_FOUND", "CEREMONY_CLOSED"),
  example: {
    params: example.atCeremony,
    body: { reason: "Fire alarm" },
    result: { ...moved, status: "aborted", reason: "Fire alarm", nextStep: { step: "none" } },
  },
});

export const getCeremony = defineOperation({
  id: "getCeremony",
  context,
  method: "get",
  path: "/fairs/:fairId/ceremonies/:ceremonyId",
  summary: "The run of show with what is on stage and the one step that is due",
  policy: host,
  params: AtCeremony,
  result: CeremonyView,
  refusals: refusals("CEREMONY_NOT_FOUND"),
  example: { params: example.atCeremony, result: example.ceremony },
});

export const listCeremonies = defineOperation({
  id: "listCeremonies",
  context,
  method: "get",
  path: "/fairs/:fairId/ceremonies",
  summary: "The fair's ceremonies in the order of their time",
  policy: anyone,
  params: AtFair,
  query: z.strictObject(PageQuery.shape),
  result: pageOf(CeremonyItem),
  example: {
    params: example.atFair,
    result: {
      items: [
        {
          ceremonyId: example.ceremonyId,
          status: "onStage",
          title: example.ceremony.title,
          stage: example.ceremony.stage,
          startsAt: example.ceremony.startsAt,
        },
      ],
    },
  },
});

export const getStage = defineOperation({
  id: "getStage",
  context,
  method: "get",
  path: "/fairs/:fairId/ceremonies/:ceremonyId/stage",
  summary: "What the big screen shows now: nothing that a party did not release for announcement",
  policy: anyone,
  params: AtCeremony,
  result: StageView,
  refusals: refusals("CEREMONY_NOT_FOUND"),
  example: { params: example.atCeremony, result: example.stageView },
});
