import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { following } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import {
  type ExistingOrganization,
  evolveOrganization,
  noOrganization,
  type Organization,
  type OrganizationEvent,
  organizationDefinitions,
} from "../domain/organization.ts";
import { findsNothing, typedConditions } from "./typed-search.ts";

type Document = AggregateDocument<ExistingOrganization>;

export interface OrganizationQuery {
  readonly fairId: string;
  readonly status?: string | undefined;
  readonly role?: string | undefined;
  readonly country?: string | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Organizations {
  readonly store: Store<Organization, OrganizationEvent>;
  /** By name, one more than `limit` when there is a next page. */
  list(query: OrganizationQuery): Promise<Document[]>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, ExistingOrganization>>;
}

// Role and country end the indexes of the lists so that filters are answered from keys, without fetching documents.
const indexes = [
  {
    name: "list",
    fields: {
      "state.fairId": 1,
      "state.sortName": 1,
      _id: 1,
      "state.status": 1,
      "state.profile.role": 1,
      "state.profile.country": 1,
    },
  },
  {
    name: "list-by-status",
    fields: {
      "state.fairId": 1,
      "state.status": 1,
      "state.sortName": 1,
      _id: 1,
      "state.profile.role": 1,
      "state.profile.country": 1,
    },
  },
  { name: "search", fields: { "state.fairId": 1, "state.searchTerms": 1 } },
] as const;

function filterOf({ fairId, status, role, country, q, cursor }: OrganizationQuery): Record<string, unknown> {
  const narrowed = [...typedConditions(q), following("state.sortName", cursor, "ascending")];
  return {
    "state.fairId": fairId,
    ...(status === undefined ? {} : { "state.status": status }),
    ...(role === undefined ? {} : { "state.profile.role": role }),
    ...(country === undefined ? {} : { "state.profile.country": country }),
    $and: narrowed,
  };
}

export function createOrganizations(connection: Connection): Organizations {
  const store = createStore<Organization, OrganizationEvent>(connection, {
    name: "organizations",
    context: "registry",
    definitions: organizationDefinitions,
    initial: noOrganization,
    evolve: evolveOrganization,
    indexes: [...indexes],
  });
  return {
    store,
    async list(query) {
      if (findsNothing(query.q)) return [];
      const found = store.model
        .find(filterOf(query), { version: 1, "state.id": 1, "state.status": 1, "state.profile": 1, "state.sortName": 1 })
        .sort({ "state.sortName": 1, _id: 1 })
        .limit(query.limit + 1);
      return found.lean<Document[]>();
    },
    async byIds(ids) {
      const found = await store.model.find({ _id: { $in: [...ids] } }, { state: 1 }).lean<Document[]>();
      return new Map(found.map(({ _id, state }) => [_id, state]));
    },
  };
}
