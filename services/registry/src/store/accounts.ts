import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import { readCursor } from "@rialto/service-kit/page-cursor";
import type { Connection } from "mongoose";
import {
  type Account,
  type AccountEvent,
  accountDefinitions,
  type ExistingAccount,
  evolveAccount,
  noAccount,
} from "../domain/account.ts";

type Document = AggregateDocument<ExistingAccount>;

export interface Accounts {
  readonly store: Store<Account, AccountEvent>;
  byEmailKey(emailKey: string): Promise<ExistingAccount | undefined>;
  byInvitation(tokenHash: string): Promise<ExistingAccount | undefined>;
  /** Accounts with one of these roles at the fair, in a stable order; one more than `limit` when there is a next page. */
  withRoles(query: {
    fairId: string;
    roles: readonly string[];
    cursor?: string | undefined;
    limit: number;
  }): Promise<ExistingAccount[]>;
}

const indexes = [
  { name: "email", fields: { "state.emailKey": 1 }, unique: true },
  {
    name: "invitation",
    fields: { "state.invitation.tokenHash": 1 },
    unique: true,
    partial: { "state.invitation.tokenHash": { $exists: true } },
  },
  { name: "roles", fields: { "state.grants.fairId": 1, "state.grants.role": 1, _id: 1 } },
] as const;

export function createAccounts(connection: Connection): Accounts {
  const store = createStore<Account, AccountEvent>(connection, {
    name: "accounts",
    context: "registry",
    definitions: accountDefinitions,
    initial: noAccount,
    evolve: evolveAccount,
    indexes: [...indexes],
  });
  const one = async (filter: Readonly<Record<string, string>>) =>
    (await store.model.findOne(filter, { state: 1 }).lean<Document | null>())?.state;
  return {
    store,
    byEmailKey: (emailKey) => one({ "state.emailKey": emailKey }),
    byInvitation: (tokenHash) => one({ "state.invitation.tokenHash": tokenHash }),
    async withRoles({ fairId, roles, cursor, limit }) {
      const after = cursor === undefined ? {} : { _id: { $gt: readCursor(cursor).id } };
      const found = store.model
        .find({ "state.grants": { $elemMatch: { fairId, role: { $in: [...roles] } } }, ...after }, { state: 1 })
        .sort({ _id: 1 })
        .limit(limit + 1);
      return (await found.lean<Document[]>()).map(({ state }) => state);
    },
  };
}
