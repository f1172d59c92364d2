import { getScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { presentRun } from "../presenting/present-run.ts";

export const getScheduleRunRoute = ({ scheduleRuns }: MatchmakingDeps) =>
  route(getScheduleRun, async ({ params: { fairId, runId } }) => presentRun(await scheduleRuns.load(runId), fairId));
