import type { Cause } from "@rialto/persistence/store.types";
import { reviseRecommendations } from "../domain/revise-recommendations.ts";
import { type Recommendations, storedListsWith } from "../store/recommendations.ts";
import { inParallel } from "./in-parallel.ts";
import type { LiveMatches } from "./live-matches.ts";

export interface ListDeps {
  readonly live: LiveMatches;
  readonly recommendations: Recommendations;
  readonly clock: () => string;
}

/** Lists written at the same time: more would only wait in the database's pool. */
const atOnce = 16;

/**
 * Brings every list that this organization is, was or should be in up to date. Follows from the rows and the stored lists
 * alone, so that a repeated or interrupted delivery ends in the same lists.
 */
export async function reviseListsAround(deps: ListDeps, fairId: string, organizationId: string, cause: Cause): Promise<void> {
  await deps.live.catchUp();
  const stored = await storedListsWith(deps.recommendations, organizationId);
  await writeLists(deps, fairId, [organizationId, ...deps.live.listsWith(fairId, organizationId), ...stored], cause);
}

/** Brings the lists of these organizations up to date. */
export async function reviseLists(deps: ListDeps, fairId: string, memberIds: readonly string[], cause: Cause): Promise<void> {
  await deps.live.catchUp();
  await writeLists(deps, fairId, memberIds, cause);
}

async function writeLists(
  { live, recommendations, clock }: ListDeps,
  fairId: string,
  memberIds: readonly string[],
  cause: Cause,
) {
  await inParallel(atOnce, [...new Set(memberIds)], async (organizationId) => {
    const command = { organizationId, fairId, wanted: live.listOf(fairId, organizationId), asOf: live.asOf(), now: clock() };
    await recommendations.update(organizationId, (state) => reviseRecommendations(command, state), cause);
  });
}
