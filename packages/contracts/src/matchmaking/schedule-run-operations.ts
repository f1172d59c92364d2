import { z } from "zod";
import { FairId, ScheduleRunId } from "../kernel/ids.ts";
import { defineOperation, only, PageQuery, pageOf } from "../kernel/operation.ts";
import { atFair } from "../kernel/policy.ts";
import { examples } from "./examples.ts";
import { type MatchmakingRefusalCode, matchmakingRefusals } from "./refusals.ts";
import { scheduleRunExamples } from "./schedule-run-examples.ts";
import { ScheduleChange, ScheduleRules, ScheduleWishes } from "./schedule-run-values.ts";
import {
  ComparedPersonView,
  ProposedMeetingView,
  PublicationChangeView,
  ScheduleRunView,
  UnscheduledWishView,
} from "./schedule-run-views.ts";

const context = "matchmaking";
const policy = atFair("organizer");
const ofFair = z.object({ fairId: FairId });
const ofRun = z.object({ fairId: FairId, runId: ScheduleRunId });
const runPath = "/fairs/:fairId/schedule-runs/:runId";
const query = z.strictObject({ ...PageQuery.shape });
const refusals = (...codes: MatchmakingRefusalCode[]) => only(matchmakingRefusals, ...codes);
const reading = refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_WITHOUT_RESULT");
const { fairId } = examples;
const { runId, queued, running, finished, published, proposed, unscheduled, compared, changed } = scheduleRunExamples;
const example = { params: { fairId, runId } };

export const startScheduleRun = defineOperation({
  id: "startScheduleRun",
  context,
  method: "post",
  path: "/fairs/:fairId/schedule-runs",
  summary: "Make a timetable of open requests, preferences and recommendations; nothing is booked until it is published",
  policy,
  params: ofFair,
  body: z.strictObject({ wishes: ScheduleWishes.prefault({}), rules: ScheduleRules.prefault({}) }),
  result: ScheduleRunView,
  status: 202,
  refusals: refusals("FAIR_NOT_KNOWN_YET", "SCHEDULE_RUN_ACTIVE", "SLOT_UNKNOWN", "NO_SLOT_LEFT"),
  example: { params: { fairId }, body: { wishes: queued.wishes, rules: queued.rules }, result: queued },
});

export const startScheduleRepair = defineOperation({
  id: "startScheduleRepair",
  context,
  method: "post",
  path: "/fairs/:fairId/schedule-repairs",
  summary:
    "Find out which booked meetings would move or end if somebody is away, a booth closes or a slot is removed; as a run, so nothing happens until it is published",
  policy,
  params: ofFair,
  body: z.strictObject({ change: ScheduleChange, rules: ScheduleRules.prefault({}) }),
  result: ScheduleRunView,
  status: 202,
  refusals: refusals("FAIR_NOT_KNOWN_YET", "SCHEDULE_RUN_ACTIVE", "SLOT_UNKNOWN", "NO_SLOT_LEFT"),
  example: {
    params: { fairId },
    body: { change: { kind: "slotRemoved", slotId: "d1-0930" } },
    result: { ...queued, kind: "repair", change: { kind: "slotRemoved", slotId: "d1-0930" } },
  },
});

export const listScheduleRuns = defineOperation({
  id: "listScheduleRuns",
  context,
  method: "get",
  path: "/fairs/:fairId/schedule-runs",
  summary: "The fair's schedule runs, newest first",
  policy,
  params: ofFair,
  query,
  result: pageOf(ScheduleRunView),
  example: { params: { fairId }, query: {}, result: { items: [finished] } },
});

export const getScheduleRun = defineOperation({
  id: "getScheduleRun",
  context,
  method: "get",
  path: runPath,
  summary: "One schedule run: its rules, how far it is, what it found, what became of it",
  policy,
  params: ofRun,
  result: ScheduleRunView,
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND"),
  example: { ...example, result: running },
});

export const listProposedMeetings = defineOperation({
  id: "listProposedMeetings",
  context,
  method: "get",
  path: `${runPath}/meetings`,
  summary: "The meetings of the plan, in the order of time",
  policy,
  params: ofRun,
  query,
  result: pageOf(ProposedMeetingView),
  refusals: reading,
  example: { ...example, query: {}, result: { items: [proposed] } },
});

export const listUnscheduledWishes = defineOperation({
  id: "listUnscheduledWishes",
  context,
  method: "get",
  path: `${runPath}/unscheduled`,
  summary: "The wishes without a place, heaviest first, each with the reason and the smallest change that would admit it",
  policy,
  params: ofRun,
  query,
  result: pageOf(UnscheduledWishView),
  refusals: reading,
  example: { ...example, query: {}, result: { items: [unscheduled] } },
});

export const compareScheduleRun = defineOperation({
  id: "compareScheduleRun",
  context,
  method: "get",
  path: `${runPath}/comparison`,
  summary: "The plan beside today, person by person: those furthest below what was possible for them first",
  policy,
  params: ofRun,
  query,
  result: pageOf(ComparedPersonView),
  refusals: reading,
  example: { ...example, query: {}, result: { items: [compared] } },
});

export const stopScheduleRun = defineOperation({
  id: "stopScheduleRun",
  context,
  method: "post",
  path: `${runPath}/stop`,
  summary: "End the calculation now and keep the best plan so far",
  policy,
  params: ofRun,
  body: z.strictObject({}),
  result: ScheduleRunView,
  status: 202,
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_NOT_RUNNING"),
  example: { ...example, body: {}, result: { ...running, version: 10, stopAsked: true } },
});

export const discardScheduleRun = defineOperation({
  id: "discardScheduleRun",
  context,
  method: "post",
  path: `${runPath}/discard`,
  summary: "Throw a run and its plan away; nothing was booked by it",
  policy,
  params: ofRun,
  body: z.strictObject({}),
  result: ScheduleRunView,
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_NOT_DISCARDABLE"),
  example: { ...example, body: {}, result: { ...finished, version: 41, status: "discarded" } },
});

export const publishScheduleRun = defineOperation({
  id: "publishScheduleRun",
  context,
  method: "post",
  path: `${runPath}/publish`,
  summary:
    "Book the plan. What others booked since it was made stays; meetings that it hinders are placed anew or listed. Everybody concerned is told once",
  policy,
  params: ofRun,
  body: z.strictObject({}),
  result: ScheduleRunView,
  status: 202,
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_NOT_FINISHED", "SCHEDULE_RUN_ACTIVE"),
  example: { ...example, body: {}, result: { ...finished, version: 41, status: "publishing" } },
});

export const listPublicationChanges = defineOperation({
  id: "listPublicationChanges",
  context,
  method: "get",
  path: `${runPath}/changes`,
  summary: "What publishing did otherwise than the plan said, and why",
  policy,
  params: ofRun,
  query,
  result: pageOf(PublicationChangeView),
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_NOT_PUBLISHED"),
  example: { ...example, query: {}, result: { items: [changed] } },
});

export const undoScheduleRun = defineOperation({
  id: "undoScheduleRun",
  context,
  method: "post",
  path: `${runPath}/undo`,
  summary:
    "Take a publication back: what it booked and nobody has changed since is cancelled, its requests are open again. Everybody concerned is told once",
  policy,
  params: ofRun,
  body: z.strictObject({}),
  result: ScheduleRunView,
  status: 202,
  refusals: refusals("SCHEDULE_RUN_NOT_FOUND", "SCHEDULE_RUN_NOT_PUBLISHED", "SCHEDULE_RUN_ACTIVE"),
  example: { ...example, body: {}, result: { ...published, version: 56, status: "undoing" } },
});

export const scheduleRunOperations = {
  startScheduleRun,
  startScheduleRepair,
  listScheduleRuns,
  getScheduleRun,
  listProposedMeetings,
  listUnscheduledWishes,
  compareScheduleRun,
  stopScheduleRun,
  discardScheduleRun,
  publishScheduleRun,
  listPublicationChanges,
  undoScheduleRun,
} as const;
