import { type DraftOf, definePrivateEvent } from "@rialto/contracts/kernel/event";
import type { Recommendation, recommendationsChanged } from "@rialto/contracts/matchmaking/events";
import { z } from "zod";
import { type Announcement, rememberAnnounced } from "./announce-matches.ts";

/**
 * Up to which position of the database's history a list was computed when it last changed. Nobody else needs to know; it
 * keeps a replica that is behind from overwriting what a newer view has written. Compares as text.
 */
export const listComputed = definePrivateEvent({
  type: "matchmaking.list-computed",
  version: 1,
  data: z.object({ asOf: z.string() }),
});

export type RecommendationListEvent = DraftOf<typeof recommendationsChanged> | DraftOf<typeof listComputed>;

export interface RecommendationList {
  readonly organizationId?: string;
  readonly fairId?: string;
  /** Best first. */
  readonly entries: readonly Recommendation[];
  readonly asOf: string;
  /** Of whom its people were told, oldest first; absent before the first. */
  readonly told?: readonly Announcement[];
}

export const noRecommendations: RecommendationList = { entries: [], asOf: "" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

export function evolveRecommendationList(state: RecommendationList, event: RecommendationListEvent): RecommendationList {
  switch (event.type) {
    case "matchmaking.recommendations-changed.v1": {
      const { organizationId, fairId, entered, updated, left, announced = [], changedAt } = event.data;
      const replaced = new Set([...left, ...[...entered, ...updated].map((entry) => entry.organizationId)]);
      const kept = state.entries.filter((entry) => !replaced.has(entry.organizationId));
      const entries = [...kept, ...entered, ...updated].sort(bestFirst);
      const told = rememberAnnounced(state.told ?? [], [...entered, ...updated], announced, changedAt);
      return { ...state, organizationId, fairId, entries, told };
    }
    case "matchmaking.list-computed.v1":
      return { ...state, asOf: event.data.asOf };
    default:
      return unhandled(event);
  }
}

/** Ties in a fixed order, so that every replica shows the same list. */
export const bestFirst = (
  a: { readonly score: number; readonly organizationId: string },
  b: { readonly score: number; readonly organizationId: string },
): number => b.score - a.score || (a.organizationId < b.organizationId ? -1 : 1);
