// One hop, published to handled: this bus beside bare kafkajs, in the same process and run, alternating.
// Needs KAFKA_BROKERS. Latency at 100 events a second; throughput as fast as it goes.
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { defineEvent, defineTopic } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { z } from "zod";
import { react } from "../src/bus.ts";
import { createInMemoryParkingLot } from "../src/in-memory-parking-lot.ts";
import { createKafkaBus } from "../src/kafka-bus.ts";
import { silentLogger } from "../src/logger.ts";
import { openBare } from "../test/bare-contender.ts";
import { type Contender, keyOf, text } from "./contender.ts";
import { report } from "./report.ts";

const ROUNDS = 5;
const PACED = 500;
const EVERY_MS = 10;
const FLOOD = 5_000;

const brokers = (process.env.KAFKA_BROKERS ?? "").split(",");
const name = `bench.${randomUUID().slice(0, 8)}`;

async function openRialto(): Promise<Contender> {
  const booked = defineEvent({
    type: `${name}.booked`,
    version: 1,
    topic: defineTopic(`${name}.rialto`),
    key: "id",
    description: "For the bench",
    data: z.object({ id: z.string(), n: z.int(), text: z.string() }),
    example: { id: "a", n: 1, text: "" },
  });
  const onFatal = (error: Error) => {
    throw error;
  };
  const bus = await createKafkaBus({ brokers, clientId: "bench", events: [booked], logger: silentLogger, onFatal });
  await bus.ensureTopics([booked.topic]);
  const contender: Contender = {
    name: "this bus",
    onHandled: () => undefined,
    send: (n) => bus.publish([envelope(n)]),
    flood: async (from, count) => {
      await Promise.all(Array.from({ length: count }, (_, index) => bus.publish([envelope(from + index)])));
    },
    close: bus.close,
  };
  const envelope = (n: number) => ({
    id: newId(),
    type: booked.type,
    source: "/rialto/bench",
    subject: keyOf(n),
    time: new Date().toISOString(),
    seq: n + 1,
    correlationId: "bench",
    data: { id: keyOf(n), n, text },
  });
  const reaction = react(booked, "bench.count", async ({ data }) => contender.onHandled(data.n));
  await bus.consume({ group: name, reactions: [reaction], parkingLot: createInMemoryParkingLot() });
  return contender;
}

let next = 0;

async function latencies(contender: Contender): Promise<number[]> {
  const sentAt = new Map<number, number>();
  const measured: number[] = [];
  const complete = Promise.withResolvers<void>();
  contender.onHandled = (n) => {
    const at = sentAt.get(n);
    if (at === undefined) return;
    measured.push(performance.now() - at);
    if (measured.length === PACED) complete.resolve();
  };
  const startedAt = performance.now();
  for (let count = 0; count < PACED; count += 1) {
    await wait(Math.max(0, startedAt + count * EVERY_MS - performance.now()));
    sentAt.set(next, performance.now());
    void contender.send(next);
    next += 1;
  }
  await complete.promise;
  return measured;
}

async function throughput(contender: Contender): Promise<number> {
  const first = next;
  next += FLOOD;
  let handled = 0;
  const complete = Promise.withResolvers<void>();
  contender.onHandled = (n) => {
    if (n < first) return;
    handled += 1;
    if (handled === FLOOD) complete.resolve();
  };
  const startedAt = performance.now();
  await contender.flood(first, FLOOD);
  await complete.promise;
  return FLOOD / ((performance.now() - startedAt) / 1_000);
}

const contenders = [await openBare(brokers, name), await openRialto()];
for (const contender of contenders) await throughput(contender);
const results = contenders.map(({ name }) => ({ name, latencies: [] as number[], perSecond: [] as number[] }));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [index, contender] of contenders.entries()) {
    results[index]?.latencies.push(...(await latencies(contender)));
    results[index]?.perSecond.push(await throughput(contender));
  }
}
for (const contender of contenders) await contender.close();
report(results);
