import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@rialto/local/servers/ports";
import { type Servers, startServers } from "@rialto/local/servers/start-servers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { react } from "../src/bus.ts";
import { eventually } from "../src/conformance/given-bus.ts";
import { createLedger, eventOf, manyKeys, numbers } from "../src/conformance/world.ts";
import { createInMemoryParkingLot } from "../src/in-memory-parking-lot.ts";
import { createKafkaBus, type KafkaBus } from "../src/kafka-bus.ts";
import { silentLogger } from "../src/logger.ts";
import { sleep } from "../src/sleep.ts";
import { countedEvent } from "./counted-event.ts";
import { SESSION_MS } from "./kafka-world.ts";

/** A broker of its own, since it is killed. MongoDB is only asked for because both start together. */
let servers: Servers;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rialto-broker-"));
  const env = { ...process.env, KAFKA_BROKERS: "" };
  const [mongoPort, kafkaPort] = [await freePort(), await freePort()];
  servers = await startServers({ dataDir: folder, mongoPort, kafkaPort, env, log: () => undefined });
});

afterAll(async () => {
  await servers?.stop();
  await rm(folder, { recursive: true, force: true });
});

const publishUntilStored = async (bus: KafkaBus, events: Parameters<KafkaBus["publish"]>[0]) => {
  while (
    !(await bus.publish(events).then(
      () => true,
      () => false,
    ))
  )
    await sleep(50);
};

test("the broker is killed and comes back, twice: nothing acknowledged is lost, order holds, nothing is fatal", async () => {
  const counted = countedEvent(`restart.${randomUUID().slice(0, 8)}`);
  const fatal: Error[] = [];
  const bus = await createKafkaBus({
    brokers: [servers.kafkaBrokers],
    clientId: "restart",
    logger: silentLogger,
    events: [counted],
    sessionTimeoutMs: SESSION_MS,
    requestTimeoutMs: 2_000,
    onFatal: (error) => fatal.push(error),
  });
  await bus.ensureTopics([counted.topic]);
  const [consumed, tailed] = [createLedger(), createLedger()];
  const keys = manyKeys(6);
  const reactions = [react(counted, "restart.count", async ({ data }) => consumed.note(data))];
  await bus.consume({ group: randomUUID(), parkingLot: createInMemoryParkingLot(), reactions });
  await bus.tail({
    topics: [counted.topic],
    definitions: [counted],
    from: (_topic, _partition, { start }) => start,
    handle: async (records) => {
      for (const { envelope } of records) tailed.note(envelope.data as { id: string; n: number });
    },
  });
  let n = 0;
  const publishSome = async (count: number) => {
    for (const _ of numbers(1, count)) {
      n += 1;
      await publishUntilStored(
        bus,
        keys.map((key) => eventOf(counted, key, n)),
      );
    }
  };
  const allSeen = () => keys.map((key) => [consumed.of(key).includes(n), tailed.of(key).includes(n)]);
  const everything = keys.map(() => [true, true]);
  await publishSome(50);
  for (const _round of [1, 2]) {
    const pid = servers.kafka?.pid();
    if (pid === undefined) throw new Error("the broker has no process");
    process.kill(pid, "SIGKILL");
    await publishSome(50);
    // Sooner than a session time-out: whoever gives up its membership would have to wait that long to come back.
    await eventually(allSeen, everything, SESSION_MS - 1_000);
    await eventually(() => bus.health(), { consuming: true }, 60_000);
  }
  for (const key of keys) {
    expect(consumed.applied(key)).toEqual(numbers(1, n));
    // A tail keeps its own place, so not even the restart makes it see an offset twice; a repeated publish may.
    expect(tailed.applied(key)).toEqual(numbers(1, n));
  }
  expect(fatal).toEqual([]);
  await bus.close();
});
