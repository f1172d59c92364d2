import { randomUUID } from "node:crypto";
import { collectEvents } from "@rialto/testing/await-event";
import { eventually } from "@rialto/testing/eventually";
import { startTcpProxy } from "@rialto/testing/tcp-proxy";
import { afterAll, afterEach, expect, test } from "vitest";
import { closeMongo, connectMongo } from "../src/connection.ts";
import { createRelay } from "../src/relay.ts";
import type { Relay } from "../src/relay.types.ts";
import { createStore } from "../src/store.ts";
import { boothHeld, boothsDeclaration, hold, release, someCause } from "./booths.ts";
import { testDatabase } from "./database.ts";
import { type Child, spawnChild } from "./fault/spawn-child.ts";
import { boothEvents, openBus } from "./fault/world.ts";
import { mongoUrl } from "./mongo-url.ts";
import { appliedBy, oneTo } from "./recording-bus.ts";

const connection = await testDatabase();
const prefix = `${connection.name}.`;
const bus = await openBus(prefix);
await bus.ensureTopics([boothHeld.topic]);
const store = createStore(connection, boothsDeclaration);
await store.ready();
const seen = await collectEvents(bus, [boothHeld.topic], boothEvents, { from: "start" });
const children: Child[] = [];
const relays: Relay[] = [];

const child = (pausesAt: string, id: string, writes: number) => {
  const one = spawnChild(connection.name, prefix, pausesAt, id, String(writes));
  children.push(one);
  return one;
};

/** A relay of a process that starts now. */
const freshRelay = () => {
  const relay = createRelay({
    stores: [store],
    bus,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    sweepEveryMs: 100,
  });
  relays.push(relay);
  relay.start();
  return relay;
};

const seqsOf = (id: string) =>
  seen
    .all()
    .filter(({ subject }) => subject === id)
    .map(({ seq }) => seq);
const applied = (id: string) => appliedBy(seen.all()).get(id) ?? [];
const nothingPending = () => eventually("nothing is pending", async () => (await store.outbox.waiting(1)).length === 0);

afterEach(async () => {
  await Promise.all(children.splice(0).map((one) => one.kill()));
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});
afterAll(() => bus.close());

test("killed between write and publish: the next relay sends the events", async () => {
  const id = randomUUID();
  const victim = child("publish", id, 3);
  await victim.says("at publish");
  await victim.kill();
  expect((await store.load(id)).version).toBe(3);
  expect(seqsOf(id)).toEqual([]);
  freshRelay();
  await seen.awaitEvent(boothHeld, { boothId: id, holder: "child3" });
  expect(applied(id)).toEqual([1, 2, 3]);
  await nothingPending();
});

test("killed between publish and clean-up: the events repeat, and each is applied once, in order", async () => {
  const id = randomUUID();
  const victim = child("forget", id, 3);
  await victim.says("at forget");
  await seen.awaitEvent(boothHeld, { boothId: id, holder: "child3" });
  await victim.kill();
  freshRelay();
  await eventually("the events came again", () => seqsOf(id).length >= 6);
  await nothingPending();
  expect(seqsOf(id)).toEqual([1, 2, 3, 1, 2, 3]);
  expect(applied(id)).toEqual([1, 2, 3]);
});

test("a relay that was stopped while sending wakes up late: its events repeat, first occurrences stay in order", async () => {
  const id = randomUUID();
  await store.update(id, () => oneTo(3).map((n) => hold(id, `o${n}`)), someCause());
  const sleeper = child("publishLater", id, 0);
  await sleeper.says("at publish");
  sleeper.signal("SIGSTOP");
  freshRelay();
  await store.update(id, () => [hold(id, "o4"), release(id), hold(id, "o6")], someCause());
  await seen.awaitEvent(boothHeld, { boothId: id, holder: "o6" });
  await nothingPending();
  const before = seqsOf(id).length;
  sleeper.tell("go on");
  sleeper.signal("SIGCONT");
  await sleeper.says("published");
  await eventually("the late events are on the bus", () => seqsOf(id).length === before + 3);
  expect(seqsOf(id).slice(-3)).toEqual([1, 2, 3]);
  expect(applied(id)).toEqual(oneTo(6));
});

test("of two overlapping updates the first to start commits last: its event arrives too", async () => {
  const [early, late] = [randomUUID(), randomUUID()];
  const { hostname, port } = new URL(mongoUrl());
  const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  const slow = await connectMongo({
    url: `mongodb://${proxy.host}:${proxy.port}/?directConnection=true`,
    database: connection.name,
  });
  const slowStore = createStore(slow, boothsDeclaration);
  await slowStore.ready();
  freshRelay();
  let started = () => {};
  const decided = new Promise<void>((resolve) => (started = resolve));
  const first = slowStore.update(
    early,
    () => {
      proxy.stall();
      started();
      return [hold(early, "early")];
    },
    someCause(),
  );
  await decided;
  const second = await store.update(late, () => [hold(late, "late")], someCause());
  await seen.awaitEvent(boothHeld, { boothId: late });
  await nothingPending();
  proxy.heal();
  const written = await first;
  // Whoever reads "everything newer than the last id seen" would now have stepped over it.
  expect((written.events[0]?.id ?? "") < (second.events[0]?.id ?? "")).toBe(true);
  await seen.awaitEvent(boothHeld, { boothId: early });
  await closeMongo(slow);
  await proxy.close();
});
