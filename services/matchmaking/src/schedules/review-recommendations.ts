import type { Schedule } from "@rialto/service-kit/schedule";
import type { MatchmakingDeps } from "../deps.ts";
import { reviseLists } from "../matching/revise-lists.ts";
import { admittedOrganizations } from "../store/organizations.ts";

/** Lists checked together: their members share one look at the database's history. */
const together = 50;

/** Compares all lists with what they should be: after a change of the scorer, or a crash in the middle of writing some. */
export const reviewRecommendations = (deps: MatchmakingDeps): Schedule => ({
  name: "matchmaking.review-recommendations",
  everyMs: 600_000,
  async run({ signal, cause }) {
    const admitted = await admittedOrganizations(deps.organizations);
    for (const [fairId, members] of Map.groupBy(admitted, (one) => one.fairId)) {
      for (let from = 0; from < members.length && !signal.aborted; from += together) {
        const ids = members.slice(from, from + together).map(({ organizationId }) => organizationId);
        await reviseLists(deps, fairId, ids, cause);
      }
    }
  },
});
