import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { databaseOf } from "@rialto/persistence/connection";
import type { Connection } from "mongoose";

/**
 * The lists of a run, in documents of some hundred items, because a plan of a fair does not fit into one. They are no
 * aggregates: a list is written whole before the run's own document says that it is there, and never changed after.
 */
export const partSize = 500;

interface PartDocument {
  _id: string;
  runId: string;
  items: unknown[];
}

/** `meetings:1`, `bookings:0`: of which attempt or round. */
export type ListName = string;

export interface RunParts {
  /** Writes a list whole, over what an interrupted attempt may have left under the same name. Returns the number of chunks. */
  write(runId: string, list: ListName, items: readonly unknown[]): Promise<number>;
  writeChunk(runId: string, list: ListName, index: number, items: readonly unknown[]): Promise<void>;
  /** Undefined when it was never written. */
  readChunk<Item>(runId: string, list: ListName, index: number): Promise<Item[] | undefined>;
  /** All chunks of a list in order; at most one of them is in memory. */
  chunks<Item>(runId: string, list: ListName): AsyncIterable<Item[]>;
  /** One page, in the order of writing. The cursor is the position of its first item. */
  page<Item>(
    runId: string,
    list: ListName,
    query: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ items: Item[]; nextCursor?: string }>;
  remove(runId: string): Promise<void>;
  ready(): Promise<void>;
}

const idOf = (runId: string, list: ListName, index: number) => `${runId}:${list}:${index}`;

export function createRunParts(connection: Connection): RunParts {
  const parts = databaseOf(connection).collection<PartDocument>("scheduleRunParts");

  async function writeChunk(runId: string, list: ListName, index: number, items: readonly unknown[]): Promise<void> {
    await parts.replaceOne({ _id: idOf(runId, list, index) }, { runId, items: [...items] }, { upsert: true });
  }

  async function readChunk<Item>(runId: string, list: ListName, index: number): Promise<Item[] | undefined> {
    const found = await parts.findOne({ _id: idOf(runId, list, index) });
    return found === null ? undefined : (found.items as Item[]);
  }

  async function* chunks<Item>(runId: string, list: ListName): AsyncGenerator<Item[]> {
    for (let index = 0; ; index += 1) {
      const items = await readChunk<Item>(runId, list, index);
      if (items === undefined) return;
      yield items;
    }
  }

  return {
    writeChunk,
    readChunk,
    chunks,
    async write(runId, list, items) {
      const count = Math.ceil(items.length / partSize);
      for (let index = 0; index < count; index += 1) {
        await writeChunk(runId, list, index, items.slice(index * partSize, (index + 1) * partSize));
      }
      // A shorter list than an earlier one of that name: what is behind its end would be read as its own.
      await parts.deleteOne({ _id: idOf(runId, list, count) });
      return count;
    },
    async page<Item>(runId: string, list: ListName, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const from = positionOf(cursor);
      const items: Item[] = [];
      let index = Math.floor(from / partSize);
      let offset = from % partSize;
      while (items.length <= limit) {
        const chunk = await readChunk<Item>(runId, list, index);
        if (chunk === undefined) break;
        items.push(...chunk.slice(offset, offset + limit + 1 - items.length));
        index += 1;
        offset = 0;
      }
      return { items: items.slice(0, limit), ...(items.length > limit ? { nextCursor: String(from + limit) } : {}) };
    },
    async remove(runId) {
      await parts.deleteMany({ runId });
    },
    async ready() {
      await parts.createIndex({ runId: 1 }, { name: "ofRun" });
    },
  };
}

const position = /^\d{1,9}$/;

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (position.test(cursor)) return Number(cursor);
  const message = { en: "is not a cursor of this list", zh: "不是该列表的游标" };
  throw refuseInGeneral("INVALID_INPUT", { errors: [{ in: "query", field: "cursor", code: "custom", message }] });
}
