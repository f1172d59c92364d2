import { z } from "zod";
import { defineEvent, defineTopic } from "../kernel/event.ts";
import { AccountId, derivedId, FairId, OrganizationId, RepresentativeId, ScheduleRunId } from "../kernel/ids.ts";
import { Instant } from "../kernel/values.ts";
import {
  PublicationSummary,
  ScheduleChange,
  ScheduleProgress,
  ScheduleRules,
  ScheduleSummary,
  ScheduleWishes,
  UndoSummary,
} from "./schedule-run-values.ts";

export const scheduleRunsTopic = defineTopic("matchmaking.schedule-runs");
export const scheduleNoticesTopic = defineTopic("matchmaking.schedule-notices");

const runEvent = { version: 1, topic: scheduleRunsTopic, key: "runId" } as const;
const ofRun = { runId: ScheduleRunId, fairId: FairId };
const runId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0a01";
const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const organizationId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0101";
const representativeId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0201";
const example = { runId, fairId };

export const scheduleRunStarted = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-started",
  description: "An organizer asks for a timetable of wishes, or for a repair of the one in force; nothing is booked by it",
  data: z.object({
    ...ofRun,
    kind: z.enum(["plan", "repair"]),
    wishes: ScheduleWishes,
    rules: ScheduleRules,
    /** Of a repair: around what. */
    change: ScheduleChange.optional(),
    startedBy: AccountId,
    startedAt: Instant,
  }),
  example: {
    ...example,
    kind: "plan",
    wishes: { requests: true, preferences: "mutual", recommendedFrom: 0.6 },
    rules: {
      maxPerPersonPerDay: 10,
      maxInARow: 4,
      walking: { withinZone: 2, withinHall: 4, betweenHalls: 9, withinSlot: 5 },
      budgetSeconds: 30,
      seed: 1,
    },
    startedBy: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0301",
    startedAt: "2026-08-31T10:00:00.000Z",
  },
});

export const scheduleRunProgressed = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-progressed",
  description: "How far a run is, about once a second while it is worked on",
  data: z.object({ ...ofRun, progress: ScheduleProgress, progressedAt: Instant }),
  example: {
    ...example,
    progress: { stage: "solving", phase: "improved", value: 41_250, bound: 42_100, seconds: 6 },
    progressedAt: "2026-08-31T10:00:06.000Z",
  },
});

export const scheduleRunFinished = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-finished",
  description: "A plan is there to be looked at, published or thrown away",
  data: z.object({ ...ofRun, summary: ScheduleSummary, finishedAt: Instant }),
  example: {
    ...example,
    summary: {
      outcome: "feasible",
      value: 41_800,
      bound: 42_100,
      seconds: 30,
      wishes: 12_400,
      placed: 10_300,
      unscheduled: 2_100,
      confirmed: 250,
      people: 1_900,
      stopped: false,
      before: [1_500, 300, 100],
      after: [20, 80, 1_800],
      moved: 0,
      dropped: 0,
    },
    finishedAt: "2026-08-31T10:00:32.000Z",
  },
});

export const scheduleRunInterrupted = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-interrupted",
  description: "The service that worked on the run went away too often; start a new one",
  data: z.object({ ...ofRun, attempts: z.int().min(1), interruptedAt: Instant }),
  example: { ...example, attempts: 3, interruptedAt: "2026-08-31T10:02:00.000Z" },
});

export const scheduleRunFailed = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-failed",
  description: "No plan can be made of this: why, all reasons at once",
  data: z.object({
    ...ofRun,
    reasons: z.array(z.object({ code: z.string().max(40), message: z.string().max(500) })).max(100),
    failedAt: Instant,
  }),
  example: {
    ...example,
    reasons: [{ code: "NO_WISHES", message: "there is nothing to plan: no wish of the chosen kinds is open" }],
    failedAt: "2026-08-31T10:00:01.000Z",
  },
});

export const scheduleRunDiscarded = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-discarded",
  description: "The plan was thrown away, and nothing was booked",
  data: z.object({ ...ofRun, discardedAt: Instant }),
  example: { ...example, discardedAt: "2026-08-31T10:05:00.000Z" },
});

export const schedulePublicationStarted = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-publication-started",
  description: "The plan is being booked, meeting by meeting; each says so itself, and people are told at the end",
  data: z.object({ ...ofRun, publicationStartedAt: Instant }),
  example: { ...example, publicationStartedAt: "2026-08-31T10:10:00.000Z" },
});

export const schedulePublished = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-published",
  description: "All that could be booked of the plan is booked, and everybody concerned is told",
  data: z.object({ ...ofRun, publication: PublicationSummary, publishedAt: Instant }),
  example: {
    ...example,
    publication: { booked: 10_295, changed: 12, dropped: 5, told: 1_880, seconds: 11.4 },
    publishedAt: "2026-08-31T10:10:12.000Z",
  },
});

export const scheduleUndoStarted = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-undo-started",
  description: "What the publication booked and nobody has changed since is being taken back",
  data: z.object({ ...ofRun, undoStartedAt: Instant }),
  example: { ...example, undoStartedAt: "2026-08-31T11:00:00.000Z" },
});

export const scheduleUndone = defineEvent({
  ...runEvent,
  type: "matchmaking.schedule-run-undone",
  description: "The publication is taken back, and everybody concerned is told",
  data: z.object({ ...ofRun, undo: UndoSummary, undoneAt: Instant }),
  example: {
    ...example,
    undo: { cancelled: 9_000, reopened: 1_290, movedBack: 0, kept: 5, told: 1_880, seconds: 10.2 },
    undoneAt: "2026-08-31T11:00:11.000Z",
  },
});

export const scheduleAnnounced = defineEvent({
  version: 1,
  topic: scheduleNoticesTopic,
  key: "noticeId",
  type: "matchmaking.schedule-announced",
  description: "What a publication, or taking it back, means for the people of an organization; told once for all meetings",
  data: z.object({
    noticeId: z.uuid(),
    ...ofRun,
    organizationId: OrganizationId,
    about: z.enum(["published", "undone"]),
    people: z
      .array(
        z.object({
          representativeId: RepresentativeId,
          /** Meetings that are new, moved, or gone. */
          added: z.int().min(0),
          moved: z.int().min(0),
          cancelled: z.int().min(0),
          /** When the first of the new or moved ones begins. */
          firstStartsAt: Instant.optional(),
        }),
      )
      .max(1_000),
    announcedAt: Instant,
  }),
  example: {
    noticeId: derivedId("schedule-notice", runId, "published", organizationId),
    ...example,
    organizationId,
    about: "published",
    people: [{ representativeId, added: 9, moved: 0, cancelled: 0, firstStartsAt: "2026-09-01T01:30:00.000Z" }],
    announcedAt: "2026-08-31T10:10:12.000Z",
  },
});

export const scheduleRunEvents = [
  scheduleRunStarted,
  scheduleRunProgressed,
  scheduleRunFinished,
  scheduleRunInterrupted,
  scheduleRunFailed,
  scheduleRunDiscarded,
  schedulePublicationStarted,
  schedulePublished,
  scheduleUndoStarted,
  scheduleUndone,
  scheduleAnnounced,
] as const;
