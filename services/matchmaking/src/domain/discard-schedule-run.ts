import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { scheduleRunDiscarded } from "@rialto/contracts/matchmaking/schedule-run-events";
import { runOfFair } from "./run-of-fair.ts";
import type { ScheduleRun, ScheduleRunEvent } from "./schedule-run.ts";
import type { OnScheduleRun } from "./stop-schedule-run.ts";

/** Throws a run away, also while it is calculated. Nothing was booked by it; what was is taken back instead. */
export function discardScheduleRun({ fairId, now }: OnScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  const run = runOfFair(state, fairId);
  if (run.status === "discarded") return [];
  if ("publicationStartedAt" in run) throw refuseMatchmaking("SCHEDULE_RUN_NOT_DISCARDABLE", { status: run.status });
  return [scheduleRunDiscarded.draft({ runId: run.runId, fairId, discardedAt: now })];
}
