import { listProposedMeetings } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { resultList } from "../domain/run-lists.ts";
import { runWithResult } from "../domain/run-of-fair.ts";
import type { ProposedMeeting } from "../domain/schedule-items.ts";
import { namesFor, presentProposed } from "../presenting/present-run-lists.ts";

export const listProposedMeetingsRoute = (deps: MatchmakingDeps) =>
  route(listProposedMeetings, async ({ params: { fairId, runId }, query }) => {
    const list = resultList("meetings", runWithResult((await deps.scheduleRuns.load(runId)).state, fairId));
    const { items, ...rest } = await deps.runParts.page<ProposedMeeting>(runId, list, query);
    const organizationIds = items.flatMap(({ requester, recipient }) => [requester.organizationId, recipient.organizationId]);
    const names = await namesFor(
      deps,
      fairId,
      organizationIds,
      items.flatMap((item) => [item, item.was]),
    );
    return { items: items.map((item) => presentProposed(names, item)), ...rest };
  });
