import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { following } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import { evolveFair, type Fair, type FairEvent, fairDefinitions, noFair, type PlannedFair } from "../domain/fair.ts";

export type FairDocument = AggregateDocument<PlannedFair>;

export interface Fairs {
  readonly store: Store<Fair, FairEvent>;
  /** The one that starts last first, without slots; one more than `limit` when there is a next page. */
  list(query: { cursor?: string | undefined; limit: number }): Promise<FairDocument[]>;
}

export function createFairs(connection: Connection): Fairs {
  const store = createStore<Fair, FairEvent>(connection, {
    name: "fairs",
    context: "venue",
    definitions: fairDefinitions,
    initial: noFair,
    evolve: evolveFair,
    indexes: [{ name: "by-start", fields: { "state.startsAt": -1, _id: -1 } }],
  });
  return {
    store,
    async list({ cursor, limit }) {
      const found = store.model
        .find(following("state.startsAt", cursor, "descending"), {
          version: 1,
          "state.id": 1,
          "state.name": 1,
          "state.place": 1,
          "state.timeZone": 1,
          "state.startsAt": 1,
          "state.endsAt": 1,
        })
        .sort({ "state.startsAt": -1, _id: -1 })
        .limit(limit + 1);
      return found.lean<FairDocument[]>();
    },
  };
}
