import { startScheduleRepair } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { idFor } from "@rialto/persistence/id-for";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { startScheduleRun as decide } from "../domain/start-schedule-run.ts";
import { presentRun } from "../presenting/present-run.ts";
import { oneRunAtATime } from "../scheduling/one-run-at-a-time.ts";

/** A repair wishes for nothing new: it keeps what is booked. */
const noWishes = ScheduleWishes.parse({ requests: false, preferences: "none" });

export const startScheduleRepairRoute = ({ scheduleRuns, fair }: MatchmakingDeps) =>
  route(startScheduleRepair, async ({ params: { fairId }, body, principal, cause, now }) => {
    const runId = idFor(cause, "startScheduleRepair", fairId);
    const command = { ...body, wishes: noWishes, runId, fair: await fair(fairId), startedBy: principal.accountId, now };
    const written = await oneRunAtATime(scheduleRuns, fairId, () =>
      scheduleRuns.update(runId, (state) => decide(command, state), cause),
    );
    return presentRun(written, fairId);
  });
