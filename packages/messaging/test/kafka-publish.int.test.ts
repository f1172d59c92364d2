import kafkajs from "kafkajs";
import { afterEach, describe, expect, test } from "vitest";
import { eventually } from "../src/conformance/given-bus.ts";
import { eventOf, inventEvents, numbers } from "../src/conformance/world.ts";
import type { KafkaBusOptions } from "../src/kafka-client.ts";
import { brokers, type KafkaProcess, openKafkaProcess, openProxy, through } from "./kafka-world.ts";
import { bareKafka, readLog } from "./read-log.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function given(overrides: Partial<KafkaBusOptions> = {}) {
  const events = inventEvents(1);
  const process: KafkaProcess = await openKafkaProcess(events.all, overrides);
  cleanups.push(async () => {
    await process.bus.close();
    await process.proxy.close();
  });
  await process.bus.ensureTopics([events.topic]);
  return { ...events, ...process };
}

const numbersIn = (values: readonly string[]) => values.map((value) => (JSON.parse(value) as { n: number }).n);
const firstOccurrences = <T>(all: readonly T[]) => [...new Set(all)];

describe("publishing while the network misbehaves", () => {
  test("a lost response: the event may repeat, it is not lost, and order holds", async () => {
    const { bus, counted, topic, proxy } = await given({ requestTimeoutMs: 1_000 });
    await bus.publish([eventOf(counted, "a", 1)]);
    proxy.swallowResponses();
    const unknown = bus.publish([eventOf(counted, "a", 2)]);
    await eventually(() => proxy.swallowedBytes() > 0, true);
    const behind = bus.publish([eventOf(counted, "a", 3)]);
    proxy.heal();
    await Promise.all([unknown, behind]);
    const stored = numbersIn(await readLog(topic));
    expect(firstOccurrences(stored)).toEqual([1, 2, 3]);
    expect(stored.filter((n) => n === 2).length).toBeGreaterThan(1);
  });

  test("lost idempotent message: kafkajs' idempotent producer acknowledges B and loses it, ours does not", async () => {
    const { bus, topic, proxy } = await given();
    const idempotent = await openIdempotentProducer();
    const send = (value: string) => idempotent.producer.send({ topic: topic.name, messages: [{ key: "a", value }] });
    await send("before");
    idempotent.proxy.swallowResponses();
    await expect(send("A")).rejects.toThrow();
    idempotent.proxy.heal();
    await send("B");
    expect(await readLog(topic)).toEqual(["before", "A"]);

    const again = inventEvents(1);
    const ours = await openKafkaProcess(again.all, { requestTimeoutMs: 500, socketFactory: through(proxy) });
    cleanups.push(ours.bus.close);
    await bus.ensureTopics([again.topic]);
    await ours.bus.publish([eventOf(again.counted, "a", 1)]);
    proxy.swallowResponses();
    await expect(ours.bus.publish([eventOf(again.counted, "a", 2)])).rejects.toThrow();
    proxy.heal();
    await ours.bus.publish([eventOf(again.counted, "a", 3)]);
    expect(firstOccurrences(numbersIn(await readLog(again.topic)))).toEqual([1, 2, 3]);
  });

  test("a connection on which nothing moves: publish gives up in time, and the next one uses a new connection", async () => {
    const { bus, counted, topic, proxy } = await given({ requestTimeoutMs: 500 });
    await bus.publish([eventOf(counted, "a", 1)]);
    const healthy = proxy.connections();
    proxy.stall();
    await expect(bus.publish([eventOf(counted, "a", 2)])).rejects.toThrow();
    proxy.heal();
    await bus.publish([eventOf(counted, "a", 3)]);
    expect(healthy).toBe(1);
    expect(firstOccurrences(numbersIn(await readLog(topic))).at(-1)).toBe(3);
  });

  test("a connection cut in the middle of responses, again and again: acknowledged events are there, in order", async () => {
    const { bus, counted, topic, proxy } = await given({ requestTimeoutMs: 2_000 });
    const cutting = setInterval(proxy.cut, 30);
    for (const n of numbers(1, 60)) {
      while (
        await bus.publish([eventOf(counted, "a", n)]).then(
          () => false,
          () => true,
        )
      );
    }
    clearInterval(cutting);
    expect(firstOccurrences(numbersIn(await readLog(topic)))).toEqual(numbers(1, 60));
  });
});

describe("publishing", () => {
  test("what waits goes together: a thousand calls on a slow line do not take a thousand round trips", async () => {
    const { bus, counted, topic, proxy } = await given();
    proxy.delay(20);
    const startedAt = performance.now();
    await Promise.all(numbers(1, 1_000).map((n) => bus.publish([eventOf(counted, "a", n)])));
    expect(performance.now() - startedAt).toBeLessThan(1_000 * 40 * 0.1);
    expect(numbersIn(await readLog(topic))).toEqual(numbers(1, 1_000));
  });

  test("one caller's hopeless event does not fail the others that travel with it", async () => {
    const { bus, counted, topic } = await given();
    const tooLarge = { ...eventOf(counted, "a", 2), correlationId: "x".repeat(1_500_000) };
    const before = bus.publish([eventOf(counted, "a", 1)]);
    const outcomes = await Promise.allSettled([before, bus.publish([tooLarge]), bus.publish([eventOf(counted, "a", 3)])]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(numbersIn(await readLog(topic))).toEqual([1, 3]);
  });

  test("publishing to a topic that is missing rejects, and others go on", async () => {
    const { bus, counted, topic, proxy } = await given();
    const { counted: homeless, all } = inventEvents(1);
    const other = await openKafkaProcess([...all, counted], { socketFactory: through(proxy) });
    cleanups.push(other.bus.close);
    await expect(other.bus.publish([eventOf(homeless, "a", 1)])).rejects.toThrow();
    await other.bus.publish([eventOf(counted, "a", 1)]);
    await bus.publish([eventOf(counted, "a", 2)]);
    expect(numbersIn(await readLog(topic))).toEqual([1, 2]);
  });

  test("close sends what is waiting; after it nothing is accepted", async () => {
    const { bus, counted, topic } = await given();
    const sending = Promise.all(numbers(1, 50).map((n) => bus.publish([eventOf(counted, "a", n)])));
    await Promise.all([bus.close(), sending]);
    expect(numbersIn(await readLog(topic))).toEqual(numbers(1, 50));
    await expect(bus.publish([eventOf(counted, "a", 51)])).rejects.toThrow("closed");
  });
});

describe("ensureTopics", () => {
  test("several processes at once create each topic once", async () => {
    const topics = numbers(1, 3).map(() => inventEvents(2).topic);
    const processes = await Promise.all(numbers(1, 3).map(() => given()));
    await Promise.all(processes.map(({ bus }) => bus.ensureTopics(topics)));
    const admin = bareKafka().admin();
    await admin.connect();
    const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
    await admin.disconnect();
    expect(found.map(({ partitions }) => partitions.length)).toEqual([2, 2, 2]);
  });

  test("a topic with another number of partitions is refused, since order per key depends on it", async () => {
    const { bus, topic } = await given();
    await expect(bus.ensureTopics([{ ...topic, partitions: 5 }])).rejects.toThrow(
      `topic ${topic.name} has 1 partitions, declared are 5`,
    );
  });
});

async function openIdempotentProducer() {
  const proxy = await openProxy();
  const kafka = new kafkajs.Kafka({
    brokers: brokers(),
    requestTimeout: 500,
    logLevel: kafkajs.logLevel.NOTHING,
    socketFactory: through(proxy),
  });
  const { DefaultPartitioner } = kafkajs.Partitioners;
  const producer = kafka.producer({
    idempotent: true,
    createPartitioner: DefaultPartitioner,
    retry: { retries: 1, initialRetryTime: 10 },
  });
  await producer.connect();
  cleanups.push(async () => {
    await producer.disconnect();
    await proxy.close();
  });
  return { producer, proxy };
}
