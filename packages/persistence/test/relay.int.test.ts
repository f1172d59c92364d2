import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { closeMongo, connectMongo } from "../src/connection.ts";
import { createRelay } from "../src/relay.ts";
import type { Relay } from "../src/relay.types.ts";
import { createStore } from "../src/store.ts";
import { boothsDeclaration, hold, note, release, someCause } from "./booths.ts";
import { testDatabase } from "./database.ts";
import { mongoUrl } from "./mongo-url.ts";
import { appliedBy, oneTo, recordingBus } from "./recording-bus.ts";

const connection = await testDatabase();
const relays: Relay[] = [];
const logger = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() });

/** A store of its own (each test), its relay and what the relay published. */
async function relayed({ sweepEveryMs = 60_000, backlogLimit = 1_000 } = {}) {
  const name = `booths_${randomUUID().slice(0, 8)}`;
  const store = createStore(connection, { ...boothsDeclaration, name });
  await store.ready();
  const bus = recordingBus();
  const log = logger();
  const relay = createRelay({ stores: [store], bus, logger: log, sweepEveryMs, backlogLimit });
  relays.push(relay);
  return { store, bus, relay, log, name };
}

const pendingDocuments = (store: Awaited<ReturnType<typeof relayed>>["store"]) =>
  store.model.countDocuments({ "pending.0": { $exists: true } });

afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

test("a write is published at once, and what is published is no longer pending", async () => {
  const { store, bus, relay } = await relayed();
  const id = randomUUID();
  const { events } = await store.update(id, () => [hold(id, "o1"), note("private"), release(id)], someCause());
  await relay.idle();
  expect(bus.log).toEqual(events);
  expect(await pendingDocuments(store)).toBe(0);
});

test("updates of one document, faster than the bus, arrive in order", async () => {
  const { store, bus, relay } = await relayed();
  bus.before = () => new Promise((resolve) => setTimeout(resolve, 5));
  const id = randomUUID();
  await Promise.all(oneTo(60).map((n) => store.update(id, () => [hold(id, `o${n}`)], someCause())));
  await relay.idle();
  expect(appliedBy(bus.log)).toEqual(new Map([[id, oneTo(60)]]));
  expect(await pendingDocuments(store)).toBe(0);
});

test("a relay that starts sends what an earlier process left pending", async () => {
  const { store, bus, relay, name } = await relayed();
  const earlier = createStore(await connectMongo({ url: mongoUrl(), database: connection.name }), { ...boothsDeclaration, name });
  const ids = oneTo(30).map(() => randomUUID());
  for (const id of ids) await earlier.update(id, () => [hold(id, "o1"), release(id)], someCause());
  await closeMongo(earlier.model.db);
  await relay.sweep();
  await relay.idle();
  expect(appliedBy(bus.log)).toEqual(new Map(ids.map((id) => [id, [1, 2]])));
  expect(await pendingDocuments(store)).toBe(0);
});

test("a sweep leaves a document alone whose events are younger than the sweep before", async () => {
  const { store, bus, relay, name } = await relayed();
  await relay.sweep();
  const elsewhere = createStore(await connectMongo({ url: mongoUrl(), database: connection.name }), {
    ...boothsDeclaration,
    name,
  });
  const id = randomUUID();
  await elsewhere.update(id, () => [hold(id, "o1")], someCause());
  await relay.sweep();
  await relay.idle();
  expect(bus.log).toEqual([]);
  await relay.sweep();
  await relay.idle();
  expect(bus.log).toHaveLength(1);
  expect(await pendingDocuments(store)).toBe(0);
  await closeMongo(elsewhere.model.db);
});

test("while the bus fails nothing is lost, and afterwards all arrives in order", async () => {
  const { store, bus, relay, log } = await relayed();
  let down = true;
  bus.before = async () => {
    if (down) throw new Error("bus is down");
  };
  const ids = oneTo(20).map(() => randomUUID());
  for (const _ of oneTo(3)) await Promise.all(ids.map((id) => store.update(id, () => [hold(id, "o1")], someCause())));
  await vi.waitFor(() => expect(relay.metrics().failuresInARow).toBeGreaterThan(1));
  expect(await pendingDocuments(store)).toBe(20);
  down = false;
  await relay.idle();
  expect(appliedBy(bus.log)).toEqual(new Map(ids.map((id) => [id, [1, 2, 3]])));
  expect(relay.metrics().failuresInARow).toBe(0);
  expect(log.info).toHaveBeenCalledWith(expect.anything(), "events flow again");
});

test("a document that the bus never takes holds up no other", async () => {
  const { store, bus, relay } = await relayed();
  const [bad, ...good] = oneTo(40).map(() => randomUUID());
  bus.before = async (envelopes) => {
    if (envelopes.some(({ subject }) => subject === bad)) throw new Error("too large");
  };
  await Promise.all([bad as string, ...good].map((id) => store.update(id, () => [hold(id, "o1")], someCause())));
  await vi.waitFor(() => expect(appliedBy(bus.log).size).toBe(39), { timeout: 10_000 });
  expect(await pendingDocuments(store)).toBeGreaterThanOrEqual(1);
  bus.before = async () => {};
  await relay.idle();
  expect(appliedBy(bus.log).size).toBe(40);
});

test("a publish whose answer is lost repeats events and loses none", async () => {
  const { store, bus, relay } = await relayed();
  const id = randomUUID();
  let answers = 0;
  const publish = bus.publish;
  bus.publish = async (envelopes) => {
    await publish(envelopes);
    if (++answers <= 2) throw new Error("answer lost");
  };
  for (const _ of oneTo(5)) await store.update(id, () => [hold(id, "o1")], someCause());
  await relay.idle();
  expect(appliedBy(bus.log)).toEqual(new Map([[id, oneTo(5)]]));
  expect(bus.log.length).toBeGreaterThan(5);
});

test("more pending events in one document than the limit are logged as an error, with the backlog", async () => {
  const { store, bus, relay, log } = await relayed({ backlogLimit: 10 });
  let let_go = () => {};
  bus.before = () => new Promise((resolve) => (let_go = resolve));
  const id = randomUUID();
  for (const n of oneTo(11)) await store.update(id, () => [hold(id, `o${n}`)], someCause());
  await relay.sweep();
  expect(relay.metrics()).toMatchObject({ backlogDocuments: 1, backlogEvents: 11 });
  expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ id, pending: 11 }), expect.any(String));
  bus.before = async () => {};
  let_go();
  await relay.idle();
});

test("a document with more events than one batch takes is sent to its end, in order", async () => {
  const { store, bus, relay } = await relayed();
  const id = randomUUID();
  bus.before = async () => {
    throw new Error("down");
  };
  await store.update(id, () => oneTo(1_300).map((n) => hold(id, `o${n}`)), someCause());
  await store.update(id, () => oneTo(300).map((n) => hold(id, `p${n}`)), someCause());
  bus.before = async () => {};
  await relay.idle();
  expect(bus.log.map(({ seq }) => seq)).toEqual(oneTo(1_600));
});

test("two relays at once: events may repeat, first occurrences stay in order", async () => {
  const { store, bus, relay, name } = await relayed({ sweepEveryMs: 5 });
  const other = createStore(await connectMongo({ url: mongoUrl(), database: connection.name }), { ...boothsDeclaration, name });
  const second = createRelay({ stores: [other], bus, logger: logger(), sweepEveryMs: 5 });
  relay.start();
  second.start();
  const ids = oneTo(10).map(() => randomUUID());
  const writes = oneTo(20).flatMap((n) =>
    ids.map((id) => (n % 2 ? store : other).update(id, () => [hold(id, "o")], someCause())),
  );
  await Promise.all(writes);
  await vi.waitFor(async () => expect(await pendingDocuments(store)).toBe(0), { timeout: 10_000 });
  expect(appliedBy(bus.log)).toEqual(new Map(ids.map((id) => [id, oneTo(20)])));
  await second.stop();
  await closeMongo(other.model.db);
});

test("stop sends what is queued; after it the relay is silent", async () => {
  const { store, bus, relay } = await relayed();
  bus.before = () => new Promise((resolve) => setTimeout(resolve, 20));
  const ids = oneTo(300).map(() => randomUUID());
  await Promise.all(ids.map((id) => store.update(id, () => [hold(id, "o1")], someCause())));
  await relay.stop();
  expect(appliedBy(bus.log).size).toBe(300);
  const id = randomUUID();
  await store.update(id, () => [hold(id, "o1")], someCause());
  expect(await pendingDocuments(store)).toBe(1);
  expect(appliedBy(bus.log).size).toBe(300);
});

test("stop does not wait for a bus that fails; the events stay pending", async () => {
  const { store, bus, relay } = await relayed();
  bus.before = async () => {
    throw new Error("down");
  };
  const id = randomUUID();
  await store.update(id, () => [hold(id, "o1")], someCause());
  await vi.waitFor(() => expect(relay.metrics().failures).toBeGreaterThan(0));
  await relay.stop();
  expect(await pendingDocuments(store)).toBe(1);
});

test("the sweep's index is empty when nothing is pending", async () => {
  const { store, relay } = await relayed();
  const id = randomUUID();
  await store.update(id, () => [hold(id, "o1")], someCause());
  await relay.idle();
  const validated = await connection.db?.command({ validate: store.name });
  expect(validated?.keysPerIndex).toMatchObject({ _id_: 1, pending_oldest: 0 });
});
