import { listUnscheduledWishes } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { resultList } from "../domain/run-lists.ts";
import { runWithResult } from "../domain/run-of-fair.ts";
import type { UnscheduledWish } from "../domain/schedule-items.ts";
import { namesFor, presentUnscheduled } from "../presenting/present-run-lists.ts";

export const listUnscheduledWishesRoute = (deps: MatchmakingDeps) =>
  route(listUnscheduledWishes, async ({ params: { fairId, runId }, query }) => {
    const list = resultList("unscheduled", runWithResult((await deps.scheduleRuns.load(runId)).state, fairId));
    const { items, ...rest } = await deps.runParts.page<UnscheduledWish>(runId, list, query);
    const organizationIds = items.flatMap(({ requesterOrganizationId, recipientOrganizationId }) => [
      requesterOrganizationId,
      recipientOrganizationId,
    ]);
    const names = await namesFor(deps, fairId, organizationIds, []);
    return { items: items.map((item) => presentUnscheduled(names, item)), ...rest };
  });
