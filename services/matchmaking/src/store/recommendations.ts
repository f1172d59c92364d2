import { recommendationsChanged } from "@rialto/contracts/matchmaking/events";
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import {
  evolveRecommendationList,
  listComputed,
  noRecommendations,
  type RecommendationList,
  type RecommendationListEvent,
} from "../domain/recommendation-list.ts";

/** One list per organization, under the organization's id. */
export type Recommendations = Store<RecommendationList, RecommendationListEvent>;

export const recommendationsDeclaration: StoreDeclaration<RecommendationList, RecommendationListEvent> = {
  name: "recommendations",
  context: "matchmaking",
  definitions: [recommendationsChanged, listComputed],
  initial: noRecommendations,
  evolve: evolveRecommendationList,
  indexes: [{ name: "holding", fields: { "state.entries.organizationId": 1 } }],
};

/** Whose stored lists hold this organization. */
export async function storedListsWith({ model }: Recommendations, organizationId: string): Promise<string[]> {
  const lists = await model.find({ "state.entries.organizationId": organizationId }, { _id: 1 }).lean<{ _id: string }[]>();
  return lists.map(({ _id }) => _id);
}
