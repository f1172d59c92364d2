import { listScheduleRuns } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { presentRun } from "../presenting/present-run.ts";
import { findRuns } from "../store/schedule-runs.ts";

export const listScheduleRunsRoute = ({ scheduleRuns }: MatchmakingDeps) =>
  route(listScheduleRuns, async ({ params: { fairId }, query }) => {
    const { items, ...rest } = await findRuns(scheduleRuns, { fairId, ...query });
    return { items: items.map((run) => presentRun(run, fairId)), ...rest };
  });
