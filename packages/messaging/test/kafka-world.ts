import { connect } from "node:net";
import type { EventDefinition } from "@rialto/contracts/kernel/event";
import { startTcpProxy, type TcpProxy } from "@rialto/testing/tcp-proxy";
import kafkajs, { type ISocketFactory } from "kafkajs";
import type { BusProcess, BusWorld } from "../src/conformance.ts";
import { createKafkaBus, type KafkaBus } from "../src/kafka-bus.ts";
import type { KafkaBusOptions } from "../src/kafka-client.ts";
import { silentLogger } from "../src/logger.ts";

/** The lowest that a broker with default settings allows. */
export const SESSION_MS = 6_000;

export const brokers = (): string[] => {
  const listed = process.env.KAFKA_BROKERS;
  if (!listed) throw new Error("KAFKA_BROKERS is not set");
  return listed.split(",");
};

/** kafkajs connects to the addresses that brokers announce; this leads every connection through the proxy. */
export const through =
  (proxy: TcpProxy): ISocketFactory =>
  ({ onConnect }) =>
    connect({ host: proxy.host, port: proxy.port }, onConnect).setKeepAlive(true, 60_000);

export async function openProxy(): Promise<TcpProxy> {
  const [host, port] = (brokers()[0] as string).split(":");
  return startTcpProxy({ host: host as string, port: Number(port) });
}

export interface KafkaProcess extends BusProcess {
  readonly bus: KafkaBus;
  readonly proxy: TcpProxy;
  /** What was reported as fatal. */
  readonly fatal: Error[];
}

export async function openKafkaProcess(
  events: readonly EventDefinition[],
  overrides: Partial<KafkaBusOptions> = {},
): Promise<KafkaProcess> {
  const proxy = await openProxy();
  const fatal: Error[] = [];
  const bus = await createKafkaBus({
    brokers: brokers(),
    clientId: "conformance",
    events,
    logger: silentLogger,
    onFatal: (error) => fatal.push(error),
    sessionTimeoutMs: SESSION_MS,
    replayPollMs: 200,
    socketFactory: through(proxy),
    ...overrides,
  });
  return { bus, proxy, fatal, kill: async () => proxy.refuse() };
}

export async function makeKafkaWorld(): Promise<BusWorld> {
  const processes: KafkaProcess[] = [];
  const direct = new kafkajs.Kafka({ brokers: brokers(), clientId: "conformance-world", logLevel: kafkajs.logLevel.NOTHING });
  const producer = direct.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const open = async (events: readonly EventDefinition[]) => {
    const process = await openKafkaProcess(events);
    processes.push(process);
    return process;
  };
  const dead = new Set<KafkaProcess>();
  return {
    sessionTimeoutMs: SESSION_MS,
    open: async (events) => {
      const process = await open(events);
      return {
        bus: process.bus,
        kill: async () => {
          dead.add(process);
          await process.kill();
        },
      };
    },
    ensureTopics: async (topics) => (processes[0] ?? (await open([]))).bus.ensureTopics(topics),
    append: async (topic, { key, value, headers }) => {
      const bytes = (part: Uint8Array | null) => (part === null ? null : Buffer.from(part));
      await producer.send({ topic: topic.name, messages: [{ key: bytes(key), value: bytes(value), headers }] });
    },
    close: async () => {
      const alive = processes.filter((one) => !dead.has(one));
      await Promise.all([producer.disconnect(), ...alive.map(({ bus }) => bus.close())]);
      for (const one of dead) void one.bus.close().catch(() => undefined);
      await Promise.all(processes.map(({ proxy }) => proxy.close()));
      const deaths = alive.flatMap(({ fatal }) => fatal);
      if (deaths.length > 0) throw deaths[0];
    },
  };
}
