import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { following } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import {
  type Ceremony,
  type CeremonyEvent,
  ceremonyDefinitions,
  type ExistingCeremony,
  evolveCeremony,
  noCeremony,
} from "../domain/ceremony.ts";

export type ListedCeremony = Pick<ExistingCeremony, "id" | "status" | "title" | "stage" | "startsAt">;

export interface Ceremonies {
  readonly store: Store<Ceremony, CeremonyEvent>;
  /** By their time, one more than `limit` when there is a next page. */
  list(query: { fairId: string; cursor?: string | undefined; limit: number }): Promise<ListedCeremony[]>;
}

const byTime = { "state.startsAt": 1, _id: 1 } as const;
const listed = { "state.id": 1, "state.status": 1, "state.title": 1, "state.stage": 1, "state.startsAt": 1 } as const;

export function createCeremonies(connection: Connection): Ceremonies {
  const store = createStore<Ceremony, CeremonyEvent>(connection, {
    name: "ceremonies",
    context: "ceremonies",
    definitions: ceremonyDefinitions,
    initial: noCeremony,
    evolve: evolveCeremony,
    indexes: [{ name: "ofFair", fields: { "state.fairId": 1, ...byTime } }],
  });
  return {
    store,
    async list({ fairId, cursor, limit }) {
      const filter = { "state.fairId": fairId, ...following("state.startsAt", cursor, "ascending") };
      const found = store.model
        .find(filter, listed)
        .sort(byTime)
        .limit(limit + 1);
      return (await found.lean<AggregateDocument<ListedCeremony>[]>()).map(({ state }) => state);
    },
  };
}
