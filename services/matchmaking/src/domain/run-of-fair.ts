import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import type { ExistingRun, PublishedRun, ScheduleRun, UndoingRun, UndoneRun } from "./schedule-run.ts";

/** The run, if it is one of this fair. Refuses SCHEDULE_RUN_NOT_FOUND. */
export function runOfFair(state: ScheduleRun, fairId: string): ExistingRun {
  if (state.status === "none" || state.fairId !== fairId) throw refuseMatchmaking("SCHEDULE_RUN_NOT_FOUND");
  return state;
}

type WithResult = Extract<ExistingRun, { summary: unknown }>;

/** A run of this fair whose plan can be looked at. Refuses SCHEDULE_RUN_NOT_FOUND and SCHEDULE_RUN_WITHOUT_RESULT. */
export function runWithResult(state: ScheduleRun, fairId: string): WithResult {
  const run = runOfFair(state, fairId);
  if (!("summary" in run)) {
    throw refuseMatchmaking("SCHEDULE_RUN_WITHOUT_RESULT", { status: run.status });
  }
  return run;
}

/** A run of this fair whose publication has ended. Refuses SCHEDULE_RUN_NOT_FOUND and SCHEDULE_RUN_NOT_PUBLISHED. */
export function publishedRun(state: ScheduleRun, fairId: string): PublishedRun | UndoingRun | UndoneRun {
  const run = runOfFair(state, fairId);
  if (!("publication" in run)) throw refuseMatchmaking("SCHEDULE_RUN_NOT_PUBLISHED", { status: run.status });
  return run;
}
