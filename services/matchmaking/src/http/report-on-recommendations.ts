import { reportOnRecommendations } from "@rialto/contracts/matchmaking/explanation-operations";
import { route } from "@rialto/service-kit/route";
import type { MatchmakingDeps } from "../deps.ts";

const mostNamed = 200;

export const reportOnRecommendationsRoute = ({ live }: MatchmakingDeps) =>
  route(reportOnRecommendations, async ({ params: { fairId } }) => {
    const { members, exposure, coverage, uncovered } = await live.ask("report", fairId);
    const { mean, gini, worstTenthMean, least, most } = exposure;
    return { members, exposure: { mean, gini, worstTenthMean, least, most }, coverage, uncovered: uncovered.slice(0, mostNamed) };
  });
