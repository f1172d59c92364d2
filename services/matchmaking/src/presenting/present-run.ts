import type { ScheduleRunView } from "@rialto/contracts/matchmaking/schedule-run-views";
import { runOfFair } from "../domain/run-of-fair.ts";
import type { ScheduleRun } from "../domain/schedule-run.ts";

/** A run as an organizer is shown it. Refuses SCHEDULE_RUN_NOT_FOUND. */
export function presentRun(
  { version, state }: { readonly version: number; readonly state: ScheduleRun },
  fairId: string,
): ScheduleRunView {
  const run = runOfFair(state, fairId);
  const { runId, kind, status, wishes, rules, change, startedAt, attempts, stopAsked, progress, since } = run;
  return {
    runId,
    version,
    fairId,
    kind,
    status,
    wishes,
    rules,
    startedAt,
    attempts,
    stopAsked,
    since,
    reasons: "reasons" in run ? [...run.reasons] : [],
    ...(change === undefined ? {} : { change }),
    ...(progress === undefined ? {} : { progress }),
    ...("summary" in run ? { summary: run.summary } : {}),
    ...("publication" in run ? { publication: run.publication } : {}),
    ...("undo" in run ? { undo: run.undo } : {}),
  };
}
