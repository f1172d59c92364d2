import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { newId } from "@rialto/contracts/kernel/ids";
import { listPreferences } from "@rialto/contracts/matchmaking/operations";
import { percentile, printTable } from "@rialto/persistence/bench/figures";
import { databaseOf } from "@rialto/persistence/connection";
import { createLogger } from "@rialto/service-kit/logger";

import type { Organization } from "../src/domain/organization.ts";
import { codeVersion } from "../src/matching/code-version.ts";
import { createListSnapshots } from "../src/matching/list-snapshots.ts";
import { createLiveMatches, type LiveMatches } from "../src/matching/live-matches.ts";
import { createMatchEngine } from "../src/matching/match-engine.ts";
import type { OpenThread } from "../src/matching/match-thread.ts";
import { openThread } from "../src/matching/open-thread.ts";
import { readMatchRows } from "../src/store/match-rows.ts";
import { createMarkBook, createMatchSource } from "../src/store/match-source.ts";
import { organizationsDeclaration } from "../src/store/organizations.ts";
import { createSnapshotShelf } from "../src/store/snapshot-shelf.ts";
import { matchmakingFixture } from "../test/fixture.ts";
import { openHere } from "../test/match-history.ts";
import { type Connection, storeFair } from "./fair-rows.ts";

interface Place {
  readonly connection: Connection;
  readonly url: string;
  readonly database: string;
}

const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(2);
const logger = createLogger("bench", "error");
const follow = ({ connection }: Place, open: OpenThread) =>
  createLiveMatches({ marks: createMarkBook(connection), open, logger });
const inThread = ({ url, database }: Place) => openThread({ url, database, heapMegabytes: 1_024 });

/** How long a replica needs until its lists are there. */
export async function benchStart(place: Place, count = 25_000): Promise<void> {
  await storeFair(place.connection, count);
  const rows: string[][] = [["", "ready s", "reading s", "ranking s"]];
  for (let run = 1; run <= 3; run += 1) {
    const live = follow(place, inThread(place));
    const begun = performance.now();
    await live.worker.start();
    const ready = seconds(begun);
    await live.worker.stop();
    const reading = performance.now();
    const all = await readMatchRows(databaseOf(place.connection));
    const read = seconds(reading);
    const ranking = performance.now();
    createMatchEngine().load(all);
    rows.push([`run ${run}`, ready, read, seconds(ranking)]);
  }
  printTable(`First start with ${count} stored profiles: everything is read and ranked; its two parts again, one by one`, rows);
}

/** The same from a snapshot, as every later start does it, with some changes after it that have to be caught up with. */
export async function benchRestart(place: Place, count = 25_000, changes = 200): Promise<void> {
  const organizations = await storeFair(place.connection, count);
  const source = createMatchSource(place.connection);
  const snapshots = createListSnapshots(createSnapshotShelf(place.connection), codeVersion());
  const engine = createMatchEngine();
  const position = await source.position();
  engine.load(await source.rows());
  engine.moveTo(position);
  const storing = performance.now();
  await snapshots.store(engine);
  const size = (await createSnapshotShelf(place.connection).read(codeVersion()))?.length ?? 0;
  console.log(`a snapshot of ${count} is made and written in ${seconds(storing)} s, ${(size / 2 ** 20).toFixed(0)} MB`);
  const rows = [["", "ready s"]];
  for (const since of [0, changes]) {
    await write(place, organizations.slice(0, since));
    for (let run = 1; run <= 3; run += 1) {
      const live = follow(place, inThread(place));
      const begun = performance.now();
      await live.worker.start();
      rows.push([`${since} changes since, run ${run}`, seconds(begun)]);
      await live.worker.stop();
    }
  }
  printTable(`Start with ${count} stored profiles from a snapshot (must 5 s, aim 2 s)`, rows);
}

interface Load {
  readonly url: string;
  readonly token: string;
}

async function listen({ url, token }: Load, work: () => Promise<unknown>) {
  const caller = new Worker(new URL("./http-caller.ts", import.meta.url), { workerData: { url, token, everyMs: 10 } });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  const begun = performance.now();
  await work();
  const took = seconds(begun);
  delay.disable();
  caller.postMessage("enough");
  const latencies = await new Promise<number[]>((resolve) => caller.once("message", resolve));
  const figure = (value: number) => value.toFixed(1);
  return [
    took,
    String(latencies.length),
    figure(percentile(latencies, 0.5)),
    figure(percentile(latencies, 0.99)),
    figure(Math.max(...latencies)),
    figure(delay.percentile(99) / 1e6),
    figure(delay.max / 1e6),
  ];
}

/** Says the same organizations again with one listing more, one write after the other, until the lists have all of it. */
async function update(place: Place, live: LiveMatches, organizations: readonly Organization[]): Promise<void> {
  await write(place, organizations);
  await live.catchUp();
}

async function write({ connection }: Place, organizations: readonly Organization[]): Promise<void> {
  const rows = databaseOf(connection).collection<{ _id: string; row: Organization }>(organizationsDeclaration.name);
  for (const [at, organization] of organizations.entries()) {
    const other = organizations[(at + 5) % organizations.length] as Organization;
    const offers = organization.profile?.role === "exhibitor" ? [...organization.offers, ...other.offers] : organization.offers;
    await rows.updateOne({ _id: organization.organizationId }, { $set: { row: { ...organization, offers } } });
  }
}

/** What a request waits for while lists are read and followed, in a thread of their own and in that of the service. */
export async function benchLatency(place: Place, count = 20_000, updates = 500): Promise<void> {
  const organizations = await storeFair(place.connection, count);
  const it = await matchmakingFixture();
  const fairId = await it.planFair();
  const { token } = await it.admit(fairId);
  const load = { url: `${it.running.url}/api/matchmaking${listPreferences.path.replace(":fairId", fairId)}`, token };
  const table: string[][] = [
    ["", "s", "requests", "HTTP p50 ms", "p99 ms", "longest ms", "event loop p99 ms", "longest ms"],
    ["nothing else", ...(await listen(load, () => new Promise((resolve) => setTimeout(resolve, 3_000))))],
  ];
  const source = createMatchSource(place.connection);
  const ways: [string, OpenThread][] = [
    ["in a thread", inThread(place)],
    ["in the service's own", openHere(source)],
  ];
  for (const [at, [name, open]] of ways.entries()) {
    const live = follow(place, open);
    table.push([`${count} profiles are read, ${name}`, ...(await listen(load, () => live.worker.start()))]);
    // Others each time: a row that is written as it was is no change.
    const some = organizations.slice(at * updates, (at + 1) * updates);
    table.push([`${updates} of them change, ${name}`, ...(await listen(load, () => update(place, live, some)))]);
    await live.worker.stop();
  }
  printTable("What a request every 10 ms waits for while the engine works", table);
  await it.dispose();
}

/** Each with a database of its own, which goes with it. */
export async function withDatabase(
  url: string,
  open: (place: { url: string; database: string }) => Promise<Connection>,
  work: (place: Place) => Promise<void>,
) {
  const at = { url, database: `matchmaking-bench-${newId().slice(-12)}` };
  const connection = await open(at);
  try {
    await work({ connection, ...at });
  } finally {
    await connection.dropDatabase();
    await connection.close();
  }
}
