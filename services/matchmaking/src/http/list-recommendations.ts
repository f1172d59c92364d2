import { listRecommendations } from "@rialto/contracts/matchmaking/operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { presentRecommendations } from "../presenting/present-recommendations.ts";
import { actorOf } from "./actor-of.ts";

export const listRecommendationsRoute = (deps: MatchmakingDeps) =>
  route(listRecommendations, async ({ params: { fairId }, query, principal }) => {
    const { organizationId } = actingFor(actorOf(principal, fairId), query.actingOrganizationId);
    const list = await deps.recommendations.model.findById(organizationId, { seq: 1, state: 1 }).lean();
    const items = await presentRecommendations(deps, fairId, organizationId, list?.state.entries ?? []);
    return { organizationId, version: list?.seq ?? 0, items };
  });
