import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { schedulePublicationStarted } from "@rialto/contracts/matchmaking/schedule-run-events";
import { runOfFair } from "./run-of-fair.ts";
import type { ScheduleRun, ScheduleRunEvent } from "./schedule-run.ts";
import type { OnScheduleRun } from "./stop-schedule-run.ts";

/** Begins to book the plan. Asked twice it begins once. */
export function publishScheduleRun({ fairId, now }: OnScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  const run = runOfFair(state, fairId);
  if (run.status === "publishing") return [];
  if (run.status !== "finished") throw refuseMatchmaking("SCHEDULE_RUN_NOT_FINISHED", { status: run.status });
  return [schedulePublicationStarted.draft({ runId: run.runId, fairId, publicationStartedAt: now })];
}
