import { newId } from "@rialto/contracts/kernel/ids";
import { databaseOf } from "@rialto/persistence/connection";
import type { Connection } from "mongoose";
import { mongo } from "mongoose";
import type { SnapshotShelf } from "../matching/list-snapshots.ts";

interface Head {
  _id: "head";
  snapshotId: string;
  code: string;
  parts: number;
  writtenAt: Date;
}
interface Part {
  _id: string;
  snapshotId: string;
  data: mongo.Binary;
  writtenAt: Date;
}

/** Well below the 16 MB of a document. */
const partBytes = 8 * 2 ** 20;
/** Somebody may still be reading the one before. */
const keptForMs = 2 * 60_000;

/** The latest snapshot in MongoDB: its parts, and a head that is written last and says which parts belong together. */
export function createSnapshotShelf(connection: Connection): SnapshotShelf {
  const snapshots = databaseOf(connection).collection<Head | Part>("matchSnapshots");
  const headOf = async (code: string) => {
    const head = (await snapshots.findOne({ _id: "head" })) as Head | null;
    return head?.code === code ? head : undefined;
  };
  const idOf = (snapshotId: string, part: number) => `${snapshotId}/${part}`;

  return {
    async read(code) {
      const head = await headOf(code);
      if (head === undefined) return undefined;
      const ids = Array.from({ length: head.parts }, (_, part) => idOf(head.snapshotId, part));
      const parts = await Promise.all(ids.map((_id) => snapshots.findOne({ _id })));
      if (parts.some((part) => part === null)) return undefined;
      return Buffer.concat((parts as Part[]).map(({ data }) => data.buffer));
    },
    async age(code) {
      const head = await headOf(code);
      return head === undefined ? Number.POSITIVE_INFINITY : Date.now() - head.writtenAt.getTime();
    },
    async write(code, bytes) {
      const snapshotId = newId();
      const writtenAt = new Date();
      const parts = Math.ceil(bytes.length / partBytes);
      for (let part = 0; part < parts; part += 1) {
        const data = new mongo.Binary(bytes.subarray(part * partBytes, (part + 1) * partBytes));
        await snapshots.insertOne({ _id: idOf(snapshotId, part), snapshotId, data, writtenAt });
      }
      await snapshots.replaceOne({ _id: "head" }, { snapshotId, code, parts, writtenAt } as Head, { upsert: true });
      const before = new Date(writtenAt.getTime() - keptForMs);
      await snapshots.deleteMany({ snapshotId: { $ne: snapshotId }, writtenAt: { $lt: before } });
    },
  };
}
