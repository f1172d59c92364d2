import { randomUUID } from "node:crypto";
import { eventually } from "@rialto/testing/eventually";
import { startTcpProxy } from "@rialto/testing/tcp-proxy";
import { createConnection } from "mongoose";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeMongo } from "../src/connection.ts";
import { OutcomeUnknown } from "../src/errors.ts";
import { createStore } from "../src/store.ts";
import { boothsDeclaration, hold, release, someCause } from "./booths.ts";
import { testDatabase } from "./database.ts";
import { mongoUrl } from "./mongo-url.ts";

const connection = await testDatabase();
const direct = createStore(connection, boothsDeclaration);
await direct.ready();
const { hostname, port } = new URL(mongoUrl());
const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
// The driver would repeat a write by itself once; without that, each lost answer is the store's own affair.
const shaky = await createConnection(`mongodb://${proxy.host}:${proxy.port}/?directConnection=true`, {
  dbName: connection.name,
  retryWrites: false,
  socketTimeoutMS: 300,
  serverSelectionTimeoutMS: 2_000,
  ignoreUndefined: true,
}).asPromise();
const store = createStore(shaky, boothsDeclaration);
await store.ready();

beforeEach(() => proxy.heal());
afterAll(async () => {
  await closeMongo(shaky);
  await proxy.close();
});

/** Loses the next answer; then the network is well again. */
const answerLost = async () => {
  const before = proxy.swallowedBytes();
  proxy.swallowResponses();
  await eventually("an answer got lost", () => proxy.swallowedBytes() > before);
  proxy.heal();
};

test("a lost answer to a create: it happened once, and the caller is told so", async () => {
  const id = randomUUID();
  let decisions = 0;
  const written = await store.update(
    id,
    () => {
      decisions++;
      void answerLost();
      return [hold(id, "o1")];
    },
    someCause(),
  );
  expect(decisions).toBe(1);
  expect(written).toMatchObject({ version: 1, repeated: false, events: [{ seq: 1 }] });
  expect((await direct.load(id)).state.holders).toEqual(["o1"]);
});

test("a lost answer to an update whose events were sent and which others have built on meanwhile: still once", async () => {
  const id = randomUUID();
  await direct.update(id, () => [hold(id, "o1")], someCause());
  let decisions = 0;
  const update = store.update(
    id,
    () => {
      decisions++;
      proxy.swallowResponses();
      return [hold(id, "o2")];
    },
    someCause(),
  );
  await eventually("the update is stored", async () => (await direct.load(id)).version === 2);
  await direct.outbox.forget([
    { id, eventIds: (await direct.outbox.pendingOf([id], 9)).flatMap(({ events }) => events.map((e) => e.id)) },
  ]);
  await direct.update(id, () => [hold(id, "o3")], someCause());
  proxy.heal();
  expect(await update).toMatchObject({ version: 2, events: [{ seq: 2 }] });
  expect(decisions).toBe(1);
  expect((await direct.load(id)).state.holders).toEqual(["o1", "o2", "o3"]);
});

test("a request that never arrived, and another's write in its place: decided again on the new state", async () => {
  const id = randomUUID();
  await direct.update(id, () => [hold(id, "o1")], someCause());
  const seen: number[] = [];
  const update = store.update(
    id,
    ({ holders }) => {
      seen.push(holders.length);
      if (seen.length === 1) proxy.refuse();
      return [release(id)];
    },
    someCause(),
  );
  await eventually("decided once", () => seen.length === 1);
  await direct.update(id, () => [hold(id, "o2")], someCause());
  proxy.heal();
  expect(await update).toMatchObject({ version: 3 });
  expect(seen).toEqual([1, 2]);
});

test("more writes passed over it than the document has marks: the outcome is unknown, and is said to be", async () => {
  const id = randomUUID();
  await direct.update(id, () => [hold(id, "o0")], someCause());
  const update = store.update(
    id,
    () => {
      proxy.swallowResponses();
      return [hold(id, "mine")];
    },
    someCause(),
  );
  const refused = expect(update).rejects.toThrow(OutcomeUnknown);
  await eventually("the update is stored", async () => (await direct.load(id)).version === 2);
  for (let n = 0; n < 17; n++) await direct.update(id, () => [hold(id, `o${n}`)], someCause());
  proxy.heal();
  await refused;
});
