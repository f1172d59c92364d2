import type { Recommendation } from "@rialto/contracts/matchmaking/events";
import type { Cause } from "@rialto/persistence/store.types";
import { type ReviseRecommendations, reviseRecommendations } from "../domain/revise-recommendations.ts";
import type { Recommendations } from "../store/recommendations.ts";
import { inParallel } from "./in-parallel.ts";
import type { LiveMatches } from "./live-matches.ts";

export interface ListDeps {
  readonly live: LiveMatches;
  readonly recommendations: Pick<Recommendations, "update">;
  /** Whose stored lists hold this organization. */
  readonly storedListsWith: (organizationId: string) => Promise<readonly string[]>;
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
  const stored = await deps.storedListsWith(organizationId);
  await writeLists(deps, fairId, [organizationId, ...deps.live.listsWith(fairId, organizationId), ...stored], cause);
}

/** Brings the lists of these organizations up to date. */
export async function reviseLists(deps: ListDeps, fairId: string, memberIds: readonly string[], cause: Cause): Promise<void> {
  await deps.live.catchUp();
  await writeLists(deps, fairId, memberIds, cause);
}

/**
 * Writes, then looks again: while a list was being written, another replica may have noted a change that it could not yet see
 * in it. Whoever wrote last puts it right, so that all end in the same lists.
 */
async function writeLists(deps: ListDeps, fairId: string, memberIds: readonly string[], cause: Cause): Promise<void> {
  const wanted = (organizationId: string): ReviseRecommendations => ({
    organizationId,
    fairId,
    wanted: deps.live.listOf(fairId, organizationId),
    asOf: deps.live.asOf(),
    now: deps.clock(),
  });
  let commands = [...new Set(memberIds)].map(wanted);
  while (commands.length > 0) {
    await inParallel(atOnce, commands, (command) =>
      deps.recommendations.update(command.organizationId, (state) => reviseRecommendations(command, state), cause),
    );
    await deps.live.catchUp();
    const outdated = commands.filter((command) => !isSame(command.wanted, deps.live.listOf(fairId, command.organizationId)));
    commands = outdated.map(({ organizationId }) => wanted(organizationId));
  }
}

const isSame = (some: readonly Recommendation[], others: readonly Recommendation[]): boolean =>
  some.length === others.length &&
  some.every(({ organizationId, score }, at) => organizationId === others[at]?.organizationId && score === others[at]?.score);
