import { compareScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { resultList } from "../domain/run-lists.ts";
import { runWithResult } from "../domain/run-of-fair.ts";
import type { ComparedPerson } from "../domain/schedule-items.ts";
import { namesFor, presentCompared } from "../presenting/present-run-lists.ts";

export const compareScheduleRunRoute = (deps: MatchmakingDeps) =>
  route(compareScheduleRun, async ({ params: { fairId, runId }, query }) => {
    const list = resultList("people", runWithResult((await deps.scheduleRuns.load(runId)).state, fairId));
    const { items, ...rest } = await deps.runParts.page<ComparedPerson>(runId, list, query);
    const organizationIds = items.map(({ organizationId }) => organizationId);
    const names = await namesFor(deps, fairId, organizationIds, []);
    return { items: items.map((item) => presentCompared(names, item)), ...rest };
  });
