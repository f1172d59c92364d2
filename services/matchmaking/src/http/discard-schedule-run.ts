import { discardScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { discardScheduleRun as decide } from "../domain/discard-schedule-run.ts";
import { presentRun } from "../presenting/present-run.ts";

export const discardScheduleRunRoute = ({ scheduleRuns, runParts }: MatchmakingDeps) =>
  route(discardScheduleRun, async ({ params: { fairId, runId }, cause, now }) => {
    const write = () => scheduleRuns.update(runId, (state) => decide({ fairId, now }, state), cause);
    const discarded = await write();
    await runParts.remove(runId);
    return presentRun(discarded, fairId);
  });
