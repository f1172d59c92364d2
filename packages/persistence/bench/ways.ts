import { randomUUID } from "node:crypto";
import type { Connection } from "mongoose";
import { databaseOf } from "../src/connection.ts";
import { UniqueConflict } from "../src/errors.ts";
import { refusedBy } from "../src/mongo-errors.ts";
import { createStore } from "../src/store.ts";
import { boothsDeclaration, hold, someCause } from "../test/booths.ts";
import type { Way } from "./contention.ts";

interface Claim {
  _id: string;
  claims: string[];
  active: boolean;
}

const claimIndex = { unique: true, partialFilterExpression: { active: true } } as const;

/** The least that can refuse a second booking: one insert under a unique index. */
export async function bareIndexInsert(connection: Connection): Promise<Way> {
  const collection = databaseOf(connection).collection<Claim>("bare");
  await collection.createIndex({ claims: 1 }, claimIndex);
  return {
    name: "bare index insert",
    attempt: (_, prize) => collection.insertOne({ _id: randomUUID(), claims: [prize], active: true }).then(won, lost),
  };
}

/** The same rule through a store: load, decide, state with pending event. */
export async function throughStore(connection: Connection): Promise<Way> {
  const store = createStore(connection, { ...boothsDeclaration, name: "claimed" });
  await store.ready();
  return {
    name: "store",
    attempt(contender, prize) {
      const id = randomUUID();
      return store.update(id, () => [hold(id, `o${contender}`, [prize])], someCause()).then(won, lost);
    },
  };
}

/** What is usually done without such an index: look, and insert if free, in a transaction that writes a common document. */
export async function inTransaction(connection: Connection): Promise<Way> {
  const database = databaseOf(connection);
  const slots = database.collection<{ _id: string; taken: boolean }>("slots");
  const bookings = database.collection<Claim>("booked");
  return {
    name: "transaction",
    attempt: (_, prize) =>
      connection
        .getClient()
        .withSession((session) =>
          session.withTransaction(async () => {
            const slot = await slots.findOne({ _id: prize }, { session });
            if (slot !== null) return false;
            await slots.insertOne({ _id: prize, taken: true }, { session });
            await bookings.insertOne({ _id: randomUUID(), claims: [prize], active: true }, { session });
            return true;
          }),
        )
        .catch(lost),
  };
}

const won = () => true;

function lost(error: unknown): false {
  if (error instanceof UniqueConflict || refusedBy(error) !== undefined) return false;
  throw error;
}
