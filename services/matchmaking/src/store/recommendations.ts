import { recommendationsChanged } from "@rialto/contracts/matchmaking/events";
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import {
  evolveRecommendationList,
  listComputed,
  noRecommendations,
  type RecommendationList,
  type RecommendationListEvent,
} from "../domain/recommendation-list.ts";
import type { ScoredList } from "../matching/match-engine.ts";
import type { StoredEntries } from "../matching/revise-lists.ts";

/** One list per organization, under the organization's id. */
export type Recommendations = Store<RecommendationList, RecommendationListEvent>;

export const recommendationsDeclaration: StoreDeclaration<RecommendationList, RecommendationListEvent> = {
  name: "recommendations",
  context: "matchmaking",
  definitions: [recommendationsChanged, listComputed],
  initial: noRecommendations,
  evolve: evolveRecommendationList,
  indexes: [{ name: "ofFair", fields: { "state.fairId": 1 } }],
};

/** Who is in the stored lists of these organizations, and with which score; those without a list are absent. */
export async function storedEntries({ model }: Recommendations, organizationIds: readonly string[]): Promise<StoredEntries> {
  const fields = { "state.entries.organizationId": 1, "state.entries.score": 1 };
  const lists = await model
    .find({ _id: { $in: organizationIds } }, fields)
    .lean<{ _id: string; state: { entries?: ScoredList["entries"] } }[]>();
  return new Map(lists.map(({ _id, state }) => [_id, state.entries ?? []]));
}
