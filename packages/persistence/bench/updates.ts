import { randomUUID } from "node:crypto";
import type { Connection, mongo } from "mongoose";
import { databaseOf } from "../src/connection.ts";
import { createStore } from "../src/store.ts";
import { type Booth, boothsDeclaration, hold, noBooth, someCause } from "../test/booths.ts";
import { ms, percentile, printTable, timed } from "./figures.ts";

const DOCUMENTS = 400;
const ROUNDS = 5;

interface Bare {
  _id: string;
  version: number;
  state: Booth;
  pending: unknown[];
}

interface Contestant {
  readonly name: string;
  update(n: number): Promise<unknown>;
  /** Between rounds: documents as they were, so that no round pays for the one before. */
  reset(): Promise<void>;
}

const ids = Array.from({ length: DOCUMENTS }, () => randomUUID());
const idOf = (n: number) => ids[n % DOCUMENTS] as string;

/** The least that keeps state and event together: one conditional update, by somebody who knows the version. */
async function bareUpdate(database: mongo.Db): Promise<Contestant> {
  const collection = database.collection<Bare>("bare_updates");
  const versions = new Map<string, number>();
  return {
    name: "bare conditional update",
    async update(n) {
      const id = idOf(n);
      const version = versions.get(id) ?? 0;
      versions.set(id, version + 1);
      const state = { ...noBooth, holders: [`o${n}`] };
      const update = { $set: { state, version: version + 1 }, $push: { pending: hold(id, `o${n}`) } };
      const { matchedCount } = await collection.updateOne({ _id: id, version }, update as mongo.UpdateFilter<Bare>);
      if (matchedCount !== 1) throw new Error("the bare update missed");
    },
    async reset() {
      versions.clear();
      await collection.deleteMany({});
      await collection.insertMany(ids.map((_id) => ({ _id, version: 0, state: noBooth, pending: [] })));
    },
  };
}

async function storeUpdate(connection: Connection): Promise<Contestant> {
  const declaration = {
    ...boothsDeclaration,
    name: "updated",
    evolve: (_: Booth, event: unknown) => ({ ...noBooth, event }) as Booth,
  };
  const store = createStore(connection, declaration);
  await store.ready();
  return {
    name: "store.update",
    update: (n) => store.update(idOf(n), () => [hold(idOf(n), `o${n}`)], someCause()),
    async reset() {
      await store.model.deleteMany({});
      for (const id of ids) await store.update(id, () => [hold(id, "first")], someCause());
    },
  };
}

/** Updates of 400 documents, one and 32 at a time; the contestants take turns. */
export async function benchUpdates(connection: Connection): Promise<void> {
  const contestants = [await bareUpdate(databaseOf(connection)), await storeUpdate(connection)];
  const rows: (string | number)[][] = [["way", "at a time", "updates/s", "p50 ms", "p99 ms"]];
  for (const atOnce of [1, 32]) {
    const latencies = contestants.map(() => [] as number[]);
    const seconds = contestants.map(() => 0);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, contestant] of contestants.entries()) {
        await contestant.reset();
        const result = await timed(atOnce === 1 ? DOCUMENTS : DOCUMENTS * 4, atOnce, contestant.update);
        latencies[index]?.push(...result.latencies);
        seconds[index] = (seconds[index] ?? 0) + result.seconds;
      }
    }
    for (const [index, { name }] of contestants.entries()) {
      const all = latencies[index] ?? [];
      rows.push([
        name,
        atOnce,
        Math.round(all.length / (seconds[index] ?? 1)),
        ms(percentile(all, 0.5)),
        ms(percentile(all, 0.99)),
      ]);
    }
  }
  printTable("Update of one document (majority writes; the store reads it first)", rows);
}
