import { createStore } from "@rialto/persistence/store";
import type { AggregateDocument, Store } from "@rialto/persistence/store.types";
import type { Connection } from "mongoose";
import {
  type Booth,
  type BoothEvent,
  boothDefinitions,
  type ExistingBooth,
  evolveBooth,
  type HeldBooth,
  noBooth,
} from "../domain/booth.ts";

export type BoothDocument = AggregateDocument<ExistingBooth>;

export interface Booths {
  readonly store: Store<Booth, BoothEvent>;
  /** The whole plan, by zone and code. */
  plan(fairId: string): Promise<BoothDocument[]>;
  heldBy(fairId: string, organizationId: string): Promise<HeldBooth | undefined>;
  /** Held or assigned. */
  idsOf(organizationId: string): Promise<string[]>;
  idsOfExpiredHolds(now: string, limit: number): Promise<string[]>;
}

/** Refuses a second hold of the same organization at the same fair, whichever booth it is for. */
export const ONE_HOLD_INDEX = "one-hold";

const indexes = [
  { name: "plan", fields: { "state.fairId": 1, "state.zoneId": 1, "state.code": 1 } },
  { name: "code", fields: { "state.fairId": 1, "state.code": 1 }, unique: true },
  {
    name: ONE_HOLD_INDEX,
    fields: { "state.fairId": 1, "state.organizationId": 1 },
    unique: true,
    partial: { "state.status": "held" },
  },
  {
    name: "organization",
    fields: { "state.organizationId": 1 },
    partial: { "state.organizationId": { $exists: true } },
  },
  { name: "expiry", fields: { "state.holdExpiresAt": 1 }, partial: { "state.status": "held" } },
] as const;

const ids = (found: readonly { _id: string }[]): string[] => found.map(({ _id }) => _id);

export function createBooths(connection: Connection): Booths {
  const store = createStore<Booth, BoothEvent>(connection, {
    name: "booths",
    context: "venue",
    definitions: boothDefinitions,
    initial: noBooth,
    evolve: evolveBooth,
    indexes: [...indexes],
  });
  const { model } = store;
  return {
    store,
    async plan(fairId) {
      const found = model.find({ "state.fairId": fairId }, { version: 1, state: 1 }).sort({ "state.zoneId": 1, "state.code": 1 });
      return found.lean<BoothDocument[]>();
    },
    async heldBy(fairId, organizationId) {
      const filter: Record<string, unknown> = {
        "state.fairId": fairId,
        "state.organizationId": organizationId,
        "state.status": "held",
      };
      const found = await model.findOne(filter, { state: 1 }).lean<AggregateDocument<HeldBooth> | null>();
      return found?.state;
    },
    async idsOf(organizationId) {
      const filter: Record<string, unknown> = { "state.organizationId": organizationId };
      return ids(await model.find(filter, { _id: 1 }).lean<BoothDocument[]>());
    },
    async idsOfExpiredHolds(now, limit) {
      const filter: Record<string, unknown> = { "state.status": "held", "state.holdExpiresAt": { $lte: now } };
      const found = model.find(filter, { _id: 1 }).sort({ "state.holdExpiresAt": 1 }).limit(limit);
      return ids(await found.lean<BoothDocument[]>());
    },
  };
}
