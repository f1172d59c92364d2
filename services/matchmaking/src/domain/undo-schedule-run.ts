import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { scheduleUndoStarted } from "@rialto/contracts/matchmaking/schedule-run-events";
import { runOfFair } from "./run-of-fair.ts";
import type { ScheduleRun, ScheduleRunEvent } from "./schedule-run.ts";
import type { OnScheduleRun } from "./stop-schedule-run.ts";

/** Begins to take a publication back. Asked twice it begins once. */
export function undoScheduleRun({ fairId, now }: OnScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  const run = runOfFair(state, fairId);
  if (run.status === "undoing") return [];
  if (run.status !== "published") throw refuseMatchmaking("SCHEDULE_RUN_NOT_PUBLISHED", { status: run.status });
  return [scheduleUndoStarted.draft({ runId: run.runId, fairId, undoStartedAt: now })];
}
