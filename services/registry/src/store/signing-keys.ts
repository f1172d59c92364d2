import { databaseOf } from "@rialto/persistence/connection";
import { once } from "@rialto/persistence/once";
import type { JWK } from "jose";
import type { Connection, mongo } from "mongoose";
import type { SigningKeyFacts } from "../domain/signing-keys.ts";

export interface StoredKey extends SigningKeyFacts {
  readonly kid: string;
  readonly privateJwk: JWK;
}

type Document = Omit<StoredKey, "kid"> & { _id: string };

export interface StoredKeys {
  ready(): Promise<void>;
  all(): Promise<StoredKey[]>;
  /** False when another replica has just added this generation. */
  add(key: StoredKey): Promise<boolean>;
}

/** No more than this many generations are ever read; older ones verify nothing. */
const RECENT = 20;
const DUPLICATE_KEY = 11_000;

export function createStoredKeys(connection: Connection): StoredKeys {
  const collection = databaseOf(connection).collection<Document>("signingKeys");
  return {
    ready: once(async () => {
      await collection.createIndex({ generation: 1 }, { name: "generation", unique: true });
    }),
    async all() {
      const found = await collection.find().sort({ generation: -1 }).limit(RECENT).toArray();
      return found.map(({ _id, ...facts }) => ({ kid: _id, ...facts }));
    },
    async add({ kid, ...facts }) {
      try {
        await collection.insertOne({ _id: kid, ...facts });
        return true;
      } catch (error) {
        if ((error as mongo.MongoServerError).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
  };
}
