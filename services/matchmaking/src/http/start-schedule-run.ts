import { startScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { startScheduleRun as decide } from "../domain/start-schedule-run.ts";
import { presentRun } from "../presenting/present-run.ts";
import { oneRunAtATime } from "../scheduling/one-run-at-a-time.ts";

export const startScheduleRunRoute = ({ scheduleRuns, fair }: MatchmakingDeps) =>
  route(startScheduleRun, async ({ params: { fairId }, body, principal, cause, now }) => {
    const runId = idFor(cause, "startScheduleRun", fairId);
    const command = { ...body, runId, fair: await fair(fairId), startedBy: principal.accountId, now };
    const written = await oneRunAtATime(scheduleRuns, fairId, () =>
      scheduleRuns.update(runId, (state) => decide(command, state), cause),
    );
    return presentRun(written, fairId);
  });
