import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { react } from "../src/bus.ts";
import { eventually } from "../src/conformance/given-bus.ts";
import { eventOf, inventEvents } from "../src/conformance/world.ts";
import { createInMemoryParkingLot } from "../src/in-memory-parking-lot.ts";
import { createKafkaBus } from "../src/kafka-bus.ts";
import { createKafkaContext, type KafkaBusOptions } from "../src/kafka-client.ts";
import { watchConsumer } from "../src/kafka-liveness.ts";
import { silentLogger } from "../src/logger.ts";
import { sleep } from "../src/sleep.ts";
import { brokers, openKafkaProcess, openProxy, SESSION_MS, through } from "./kafka-world.ts";
import { bareKafka } from "./read-log.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const optionsWith = (overrides: Partial<KafkaBusOptions>): KafkaBusOptions => ({
  brokers: brokers(),
  clientId: "silence",
  logger: silentLogger,
  onFatal: () => undefined,
  sessionTimeoutMs: SESSION_MS,
  ...overrides,
});

const given = async (overrides: Partial<KafkaBusOptions> = {}) => {
  const events = inventEvents(1);
  const process = await openKafkaProcess(events.all, overrides);
  cleanups.push(() => process.proxy.close());
  await process.bus.ensureTopics([events.topic]);
  return { ...events, ...process };
};

describe("a consumer that falls silent", () => {
  test("silent stop: a consumer that kafkajs has stopped for good is fatal", async () => {
    const { topic, bus, counted } = await given();
    cleanups.push(bus.close);
    const fatal: Error[] = [];
    const context = createKafkaContext(optionsWith({ onFatal: (error) => fatal.push(error) }));
    const consumer = bareKafka().consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
    const liveness = watchConsumer(context, consumer, "doomed");
    let calls = 0;
    await consumer.connect();
    await consumer.subscribe({ topics: [topic.name], fromBeginning: true });
    await consumer.run({
      eachMessage: async () => {
        calls += 1;
        throw new TypeError("a mistake that nobody caught");
      },
    });
    expect(liveness.health()).toEqual({ consuming: true });
    await bus.publish([eventOf(counted, "a", 1)]);
    await eventually(
      () => fatal.map(({ message }) => message),
      ["consumer doomed stopped for good: a mistake that nobody caught"],
    );
    expect([calls, liveness.health().consuming]).toEqual([1, false]);
    liveness.stop();
    await consumer.disconnect();
  });

  test("a handler that never ends and never beats is fatal after two session time-outs", async () => {
    const { bus, counted, fatal } = await given();
    const atEnd = Promise.withResolvers<void>();
    cleanups.push(bus.close, async () => atEnd.resolve());
    const consumption = await bus.consume({
      group: randomUUID(),
      parkingLot: createInMemoryParkingLot(),
      reactions: [react(counted, "silence.endless", () => atEnd.promise)],
    });
    await bus.publish([eventOf(counted, "a", 1)]);
    await eventually(() => consumption.health().consuming, false);
    expect(fatal).toEqual([]);
    await eventually(() => fatal.length, 1);
    expect(fatal[0]?.message).toMatch(/has been silent for \d+ ms/);
  });

  test("an outage longer than two session time-outs is not fatal: it says so, and goes on when the broker is back", async () => {
    const proxy = await openProxy();
    cleanups.push(proxy.close);
    const { bus, counted, fatal } = await given({ brokers: [`${proxy.host}:${proxy.port}`], socketFactory: through(proxy) });
    cleanups.push(bus.close);
    const seen: number[] = [];
    const consumption = await bus.consume({
      group: randomUUID(),
      parkingLot: createInMemoryParkingLot(),
      reactions: [react(counted, "silence.count", async ({ data }) => void seen.push(data.n))],
    });
    await bus.publish([eventOf(counted, "a", 1)]);
    await eventually(() => seen, [1]);
    proxy.refuse();
    const since = performance.now();
    await eventually(() => consumption.health().consuming, false);
    expect(bus.health().consuming).toBe(false);
    await eventually(() => performance.now() - since > 2.5 * SESSION_MS, true);
    proxy.heal();
    await eventually(() => consumption.health(), { consuming: true });
    await bus.publish([eventOf(counted, "a", 2)]);
    await eventually(() => seen.includes(2), true);
    expect(fatal).toEqual([]);
  });

  test("a partition that waits too long for somebody else is reported, and heals", async () => {
    const { bus, counted, fatal } = await given();
    cleanups.push(bus.close);
    let healed = false;
    const consumption = await bus.consume({
      group: randomUUID(),
      parkingLot: createInMemoryParkingLot(),
      reactions: [
        react(counted, "silence.waits", async () => {
          if (!healed) throw Object.assign(new Error("away"), { name: "MongoServerSelectionError" });
        }),
      ],
    });
    await bus.publish([eventOf(counted, "a", 1)]);
    const reason = `${counted.topic.name}/0 waits for silence.waits: MongoServerSelectionError`;
    await eventually(() => consumption.health(), { consuming: false, reason });
    healed = true;
    await eventually(() => consumption.health(), { consuming: true });
    expect(fatal).toEqual([]);
  });
});

describe("a heartbeat that fails", () => {
  test("for want of a connection, within long work: the consumer goes on when the broker is back", async () => {
    const { bus, counted, proxy, fatal } = await given();
    cleanups.push(bus.close);
    const finished: number[] = [];
    const consumption = await bus.consume({
      group: randomUUID(),
      parkingLot: createInMemoryParkingLot(),
      reactions: [
        react(counted, "silence.long", async ({ data }, { heartbeat }) => {
          if (data.n === 1 && finished.length === 0) {
            proxy.refuse();
            const since = performance.now();
            while (performance.now() - since < SESSION_MS / 2) {
              await heartbeat();
              await sleep(50);
            }
            proxy.heal();
          }
          finished.push(data.n);
        }),
      ],
    });
    await bus.publish([eventOf(counted, "a", 1), eventOf(counted, "a", 2)]);
    await eventually(() => finished.includes(2), true);
    await bus.publish([eventOf(counted, "a", 3)]);
    await eventually(() => finished.at(-1), 3);
    await eventually(() => consumption.health(), { consuming: true });
    expect(fatal).toEqual([]);
  });
});

describe("commits", () => {
  test("what was handled is committed within seconds, without a stop", async () => {
    const { bus, counted, topic } = await given();
    cleanups.push(bus.close);
    const group = randomUUID();
    const reactions = [react(counted, "silence.count", async () => undefined)];
    await bus.consume({ group, reactions, parkingLot: createInMemoryParkingLot() });
    await bus.publish([eventOf(counted, "a", 1), eventOf(counted, "a", 2)]);
    const admin = bareKafka().admin();
    await admin.connect();
    const committed = async () => (await admin.fetchOffsets({ groupId: group, topics: [topic.name] }))[0]?.partitions[0]?.offset;
    await eventually(committed, "2");
    await admin.disconnect();
  });
});

describe("at start", () => {
  test("no broker: one sentence", async () => {
    const proxy = await openProxy();
    cleanups.push(proxy.close);
    proxy.refuse();
    const address = `${proxy.host}:${proxy.port}`;
    const opening = createKafkaBus(optionsWith({ brokers: [address], connectWithinMs: 500 }));
    await expect(opening).rejects.toThrow(`no Kafka broker answers at ${address}`);
  });

  test("a broker that no longer speaks what kafkajs speaks: one sentence", async () => {
    const fromTheFuture = createServer((socket) => {
      // ApiVersions, version 0: Fetch is offered from version 12 on, nothing else.
      socket.on("data", () => socket.write(Buffer.from(`00000010000000010000000000010001000c0014`, "hex")));
    });
    await new Promise<void>((resolve) => fromTheFuture.listen(0, "127.0.0.1", resolve));
    cleanups.push(async () => fromTheFuture.close());
    const address = fromTheFuture.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const opening = createKafkaBus(optionsWith({ brokers: [`127.0.0.1:${address.port}`] }));
    await expect(opening).rejects.toThrow(/no longer speaks .*Fetch/);
  });

  test("a missing topic: consume rejects, and leaves nothing behind", async () => {
    const { bus } = await given();
    cleanups.push(bus.close);
    const { counted } = inventEvents();
    const reactions = [react(counted, "silence.count", async () => undefined)];
    const consuming = bus.consume({ group: randomUUID(), reactions, parkingLot: createInMemoryParkingLot() });
    await expect(consuming).rejects.toThrow();
    expect(bus.health()).toEqual({ consuming: true });
  });
});
