import { listPublicationChanges } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { changesList } from "../domain/run-lists.ts";
import { publishedRun } from "../domain/run-of-fair.ts";
import type { PublicationChange } from "../domain/schedule-items.ts";
import { namesFor, presentChange } from "../presenting/present-run-lists.ts";

export const listPublicationChangesRoute = (deps: MatchmakingDeps) =>
  route(listPublicationChanges, async ({ params: { fairId, runId }, query }) => {
    publishedRun((await deps.scheduleRuns.load(runId)).state, fairId);
    const list = changesList;
    const { items, ...rest } = await deps.runParts.page<PublicationChange>(runId, list, query);
    const organizationIds = items.flatMap(({ requesterOrganizationId, recipientOrganizationId }) => [
      requesterOrganizationId,
      recipientOrganizationId,
    ]);
    const names = await namesFor(
      deps,
      fairId,
      organizationIds,
      items.flatMap(({ planned, booked }) => [planned, booked]),
    );
    return { items: items.map((item) => presentChange(names, item)), ...rest };
  });
