import { stopScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { stopScheduleRun as decide } from "../domain/stop-schedule-run.ts";
import { presentRun } from "../presenting/present-run.ts";

export const stopScheduleRunRoute = ({ scheduleRuns }: MatchmakingDeps) =>
  route(stopScheduleRun, async ({ params: { fairId, runId }, cause, now }) => {
    const write = () => scheduleRuns.update(runId, (state) => decide({ fairId, now }, state), cause);
    return presentRun(await write(), fairId);
  });
