import { newId } from "@rialto/contracts/kernel/ids";
import { ScheduleRules, ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { evolveScheduleRun } from "../src/domain/evolve-schedule-run.ts";
import { publishScheduleRun } from "../src/domain/publish-schedule-run.ts";
import { noRun, type ScheduleRun, type ScheduleRunEvent } from "../src/domain/schedule-run.ts";
import { type StartScheduleRun, startScheduleRun } from "../src/domain/start-schedule-run.ts";
import { takeScheduleRun } from "../src/domain/take-schedule-run.ts";
import { undoScheduleRun } from "../src/domain/undo-schedule-run.ts";
import { finishPublication, finishScheduleRun } from "../src/domain/work-on-schedule-run.ts";
import { fair, now } from "./stage.ts";

/** A run of the stage's fair in each of its states. */
export const runId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0a01";
export const owner = "replica-1";
export const onRun = { fairId: fair.fairId, now };

export const start = (overrides: Partial<StartScheduleRun> = {}): StartScheduleRun => ({
  runId,
  fair,
  wishes: ScheduleWishes.parse({}),
  rules: ScheduleRules.parse({}),
  startedBy: newId(),
  now,
  ...overrides,
});

export const summary = {
  outcome: "optimal" as const,
  value: 3,
  bound: 3,
  seconds: 1,
  wishes: 1,
  placed: 1,
  unscheduled: 0,
  confirmed: 0,
  people: 2,
  stopped: false,
  before: [2],
  after: [0, 2],
  moved: 0,
  dropped: 0,
};
export const publication = { booked: 1, changed: 0, dropped: 0, told: 2, seconds: 1 };

export const runAfter = (events: readonly ScheduleRunEvent[], state: ScheduleRun = noRun): ScheduleRun =>
  events.reduce(evolveScheduleRun, state);

/** Some seconds after the lease of a run taken at `now` has ended. */
export const muchLater = "2026-08-10T02:01:00.000Z";

export const queued = runAfter(startScheduleRun(start(), noRun));
export const running = runAfter(takeScheduleRun({ owner, now }, queued), queued);
export const finished = runAfter(finishScheduleRun({ owner, summary, now }, running), running);
const publicationBegun = runAfter(publishScheduleRun(onRun, finished), finished);
export const publishing = runAfter(takeScheduleRun({ owner, now }, publicationBegun), publicationBegun);
export const published = runAfter(finishPublication({ owner, publication, now }, publishing), publishing);
const undoBegun = runAfter(undoScheduleRun(onRun, published), published);
export const undoing = runAfter(takeScheduleRun({ owner, now }, undoBegun), undoBegun);
