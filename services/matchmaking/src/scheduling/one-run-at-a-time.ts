import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { UniqueConflict } from "@rialto/persistence/errors";
import { activeRunId, oneAtATime, type ScheduleRuns } from "../store/schedule-runs.ts";

/** The index lets one run of a fair be under way. Refuses SCHEDULE_RUN_ACTIVE with the id of the other one. */
export async function oneRunAtATime<Result>(runs: ScheduleRuns, fairId: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UniqueConflict) || error.index !== oneAtATime) throw error;
    const runId = await activeRunId(runs, fairId);
    throw refuseMatchmaking("SCHEDULE_RUN_ACTIVE", runId === undefined ? {} : { runId });
  }
}
