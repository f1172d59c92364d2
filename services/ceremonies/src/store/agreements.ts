import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { following } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import {
  type Agreement,
  type AgreementEvent,
  agreementDefinitions,
  type ExistingAgreement,
  evolveAgreement,
  noAgreement,
} from "../domain/agreement.ts";

export type AgreementDocument = AggregateDocument<ExistingAgreement>;

export interface AgreementQuery {
  readonly fairId: string;
  /** Only agreements of these organizations. */
  readonly organizationIds?: readonly string[];
  readonly statuses?: readonly string[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Agreements {
  readonly store: Store<Agreement, AgreementEvent>;
  /** Newest first, one more than `limit` when there is a next page. */
  list(query: AgreementQuery): Promise<AgreementDocument[]>;
  byIds(ids: readonly string[]): Promise<ExistingAgreement[]>;
  /** Those that a ceremony has taken into its run of show. */
  placedIn(ceremonyId: string): Promise<string[]>;
}

const newestFirst = { "state.draftedAt": -1, _id: -1 } as const;

export function createAgreements(connection: Connection): Agreements {
  const store = createStore<Agreement, AgreementEvent>(connection, {
    name: "agreements",
    context: "ceremonies",
    definitions: agreementDefinitions,
    initial: noAgreement,
    evolve: evolveAgreement,
    indexes: [
      { name: "ofFair", fields: { "state.fairId": 1, ...newestFirst } },
      { name: "ofParty", fields: { "state.parties.organizationId": 1, ...newestFirst } },
      { name: "placedIn", fields: { "state.onStageIn": 1 }, partial: { "state.onStageIn": { $exists: true } } },
    ],
  });
  return {
    store,
    async list({ fairId, organizationIds, statuses, cursor, limit }) {
      const filter: Record<string, unknown> = {
        "state.fairId": fairId,
        ...(organizationIds === undefined ? {} : { "state.parties.organizationId": { $in: [...organizationIds] } }),
        ...(statuses === undefined ? {} : { "state.status": { $in: [...statuses] } }),
        ...following("state.draftedAt", cursor, "descending"),
      };
      const found = store.model.find(filter, { version: 1, state: 1 });
      return found
        .sort(newestFirst)
        .limit(limit + 1)
        .lean<AgreementDocument[]>();
    },
    async byIds(ids) {
      const found = await store.model.find({ _id: { $in: [...ids] } }, { state: 1 }).lean<AgreementDocument[]>();
      return found.map(({ state }) => state);
    },
    async placedIn(ceremonyId) {
      const filter: Record<string, unknown> = { "state.onStageIn": ceremonyId };
      const found = await store.model.find(filter, { _id: 1 }).limit(200).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
  };
}
