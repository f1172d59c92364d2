import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { runOfFair } from "./run-of-fair.ts";
import { type ScheduleRun, type ScheduleRunEvent, scheduleRunStopAsked } from "./schedule-run.ts";

export interface OnScheduleRun {
  readonly fairId: string;
  readonly now: string;
}

/** Asks for the best plan so far; whoever has the run in hand sees it with the next progress. */
export function stopScheduleRun({ fairId, now }: OnScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  const run = runOfFair(state, fairId);
  if (run.status !== "queued" && run.status !== "running") {
    throw refuseMatchmaking("SCHEDULE_RUN_NOT_RUNNING", { status: run.status });
  }
  return run.stopAsked ? [] : [scheduleRunStopAsked.draft({ askedAt: now })];
}
