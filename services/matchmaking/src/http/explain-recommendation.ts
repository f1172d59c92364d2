import { explainRecommendation } from "@rialto/contracts/matchmaking/explanation-operations";
import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";
import { actingFor } from "../domain/actor.ts";
import { isAdmitted } from "../domain/organization.ts";
import { presentExplanation } from "../presenting/present-explanation.ts";
import { actorOf } from "./actor-of.ts";

export const explainRecommendationRoute = ({ live, organization, preferencesBetween }: MatchmakingDeps) =>
  route(explainRecommendation, async ({ params: { fairId, organizationId: otherId }, query, principal }) => {
    const { organizationId } = actingFor(actorOf(principal, fairId), query.actingOrganizationId);
    if (!isAdmitted(await organization(organizationId))) throw refuseMatchmaking("OWN_ORGANIZATION_NOT_VERIFIED");
    const explanation = await live.ask("explain", fairId, organizationId, otherId);
    if (explanation === undefined) throw refuseMatchmaking("OTHER_ORGANIZATION_NOT_FOUND");
    const said = await preferencesBetween(fairId, organizationId, otherId);
    return { organizationId, ...presentExplanation(explanation, said.own === "noThanks") };
  });
