import { databaseOf } from "@rialto/persistence/connection";
import { once } from "@rialto/persistence/once";
import type { Connection } from "mongoose";
import type { SessionFamily } from "../domain/session-family.ts";

interface Document extends Omit<SessionFamily, "id"> {
  _id: string;
  /** When MongoDB may tidy the document away; no rule depends on it. */
  purgeAt: Date;
}

export interface SessionFamilies {
  ready(): Promise<void>;
  insert(family: SessionFamily): Promise<void>;
  get(id: string): Promise<SessionFamily | undefined>;
  /** Writes `next` if `seen` is still how things are; false: somebody was faster. */
  replace(seen: SessionFamily, next: SessionFamily): Promise<boolean>;
  /** Whoever has its current or its previous token may end it. */
  end(id: string, hash: string, now: string): Promise<void>;
}

const familyOf = ({ _id, purgeAt: _, ...facts }: Document): SessionFamily => ({ id: _id, ...facts });
const documentOf = ({ id, ...facts }: SessionFamily): Document => ({ _id: id, ...facts, purgeAt: new Date(facts.expiresAt) });

export function createSessionFamilies(connection: Connection): SessionFamilies {
  const collection = databaseOf(connection).collection<Document>("sessions");
  const ready = once(async () => {
    await collection.createIndex({ purgeAt: 1 }, { name: "purge", expireAfterSeconds: 86_400 });
  });
  return {
    ready,
    async insert(family) {
      await collection.insertOne(documentOf(family));
    },
    async get(id) {
      const found = await collection.findOne({ _id: id });
      return found === null ? undefined : familyOf(found);
    },
    async replace(seen, next) {
      const { currentHash } = seen;
      const { _id, ...facts } = documentOf(next);
      const { matchedCount } = await collection.updateOne({ _id, currentHash, endedAt: { $exists: false } }, { $set: facts });
      return matchedCount === 1;
    },
    async end(id, hash, now) {
      const held = { $or: [{ currentHash: hash }, { previousHash: hash }] };
      await collection.updateOne({ _id: id, ...held, endedAt: { $exists: false } }, { $set: { endedAt: now } });
    },
  };
}
