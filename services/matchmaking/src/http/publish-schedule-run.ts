import { publishScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { publishScheduleRun as decide } from "../domain/publish-schedule-run.ts";
import { presentRun } from "../presenting/present-run.ts";
import { oneRunAtATime } from "../scheduling/one-run-at-a-time.ts";

export const publishScheduleRunRoute = ({ scheduleRuns }: MatchmakingDeps) =>
  route(publishScheduleRun, async ({ params: { fairId, runId }, cause, now }) => {
    const write = () => scheduleRuns.update(runId, (state) => decide({ fairId, now }, state), cause);
    return presentRun(await oneRunAtATime(scheduleRuns, fairId, write), fairId);
  });
