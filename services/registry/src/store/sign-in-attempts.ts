import { databaseOf } from "@rialto/persistence/connection";
import { once } from "@rialto/persistence/once";
import type { Connection } from "mongoose";
import { type Attempts, FORGOTTEN_AFTER_SECONDS } from "../domain/sign-in-limit.ts";

interface Document extends Attempts {
  _id: string;
  purgeAt: Date;
}

export interface SignInAttempts {
  ready(): Promise<void>;
  /** Counts an attempt before it is made, so that many at once cannot all slip through; returns the count before it. */
  count(key: string, now: string): Promise<Attempts | undefined>;
  /** The attempt was refused unmade, or was a success: it does not count. */
  takeBack(key: string): Promise<void>;
  /** The attempt is made now; `count` replaces what was counted when that is long forgotten. */
  note(key: string, now: string, count?: number): Promise<void>;
  forget(key: string): Promise<void>;
}

const purgeAt = (now: string): Date => new Date(Date.parse(now) + 2 * FORGOTTEN_AFTER_SECONDS * 1_000);

export function createSignInAttempts(connection: Connection): SignInAttempts {
  const collection = databaseOf(connection).collection<Document>("signInAttempts");
  return {
    ready: once(async () => {
      await collection.createIndex({ purgeAt: 1 }, { name: "purge", expireAfterSeconds: 0 });
    }),
    async count(key, now) {
      const before = await collection.findOneAndUpdate(
        { _id: key },
        { $inc: { count: 1 }, $setOnInsert: { lastAt: now, purgeAt: purgeAt(now) } },
        { upsert: true, returnDocument: "before" },
      );
      return before ?? undefined;
    },
    async takeBack(key) {
      await collection.updateOne({ _id: key, count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
    async note(key, now, count) {
      const counted = count === undefined ? {} : { count };
      await collection.updateOne({ _id: key }, { $set: { lastAt: now, purgeAt: purgeAt(now), ...counted } });
    },
    async forget(key) {
      await collection.deleteOne({ _id: key });
    },
  };
}
