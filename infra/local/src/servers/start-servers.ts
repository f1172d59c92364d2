import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Report, type Supervised, supervise } from "../process/supervise.ts";
import { whilePending } from "../process/while-pending.ts";
import { cacheDir as projectCacheDir } from "../project-root.ts";
import { chosenRungs, rememberRungs } from "./chosen-rungs.ts";
import { requireFreeSpace } from "./free-space.ts";
import { kafkaLadder } from "./kafka-ladder.ts";
import { climb, type Ladder } from "./ladder.ts";
import { mongoLadder } from "./mongo-ladder.ts";
import { requireFreePort } from "./ports.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export type StartServersOptions = {
  dataDir: string;
  mongoPort: number;
  kafkaPort: number;
  log: (line: string) => void;
  report?: (report: Report) => void;
  cacheDir?: string;
  logDir?: string;
  env?: NodeJS.ProcessEnv;
  /** After an abort nothing new is started, what runs is stopped, and the start fails. */
  signal?: AbortSignal;
};

export type Servers = {
  mongoUrl: string;
  /** Comma-separated host:port. */
  kafkaBrokers: string;
  /** The processes, where Rialto runs them itself; killed ones are started again. */
  mongo: Supervised | undefined;
  kafka: Supervised | undefined;
  /** Kafka first, then MongoDB; resolves when nothing is left running. */
  stop: () => Promise<void>;
  /** SIGKILL to both, for a person who does not want to wait. */
  kill: () => void;
};

type Started = { address: string; rung: string; supervised: Supervised | undefined; stop: () => Promise<void> };

type Owner = {
  addressVariable: string;
  portVariable: string;
  remembered: string | undefined;
  report: (report: Report) => void;
  signal: AbortSignal | undefined;
};

async function start(ladder: Ladder<ServerContext, ServerPlan>, context: ServerContext, owner: Owner): Promise<Started> {
  if (!context.env[owner.addressVariable]) await requireFreePort(context.port, ladder.server, owner.portVariable);
  const { rung, got } = await climb(ladder, context, context.log, owner.remembered);
  if (owner.signal?.aborted) await got.stop?.();
  owner.signal?.throwIfAborted();
  const supervised = got.process && supervise(got.process, owner.report, { deathsBeforeReady: 1 });
  if (supervised !== undefined) await whilePending(supervised.ready, owner.signal, supervised.stop);
  return {
    address: got.address,
    rung,
    supervised,
    stop: async () => void (await Promise.all([supervised?.stop(), got.stop?.()])),
  };
}

/** Both or none: when one cannot start, the other is stopped before the failure is told. */
async function bothOrNone(starting: [Promise<Started>, Promise<Started>]): Promise<[Started, Started]> {
  const settled = await Promise.allSettled(starting);
  const failed = settled.find((one) => one.status === "rejected");
  if (failed === undefined) return Promise.all(starting);
  for (const one of settled) if (one.status === "fulfilled") await one.value.stop();
  throw failed.reason;
}

/**
 * Starts a real MongoDB (a replica set of one) and a real Kafka, or uses those that MONGO_URL and KAFKA_BROKERS name.
 * Throws a Problem with one sentence for a person when that cannot be done.
 */
export async function startServers(options: StartServersOptions): Promise<Servers> {
  const { log, mongoPort, kafkaPort, env = process.env, cacheDir = projectCacheDir, report = () => undefined, signal } = options;
  const dataDir = resolve(options.dataDir);
  const logDir = options.logDir ?? join(dataDir, "logs");
  await mkdir(dataDir, { recursive: true });
  await requireFreeSpace(dataDir);
  const context = (port: number): ServerContext => ({ dataDir, cacheDir, logDir, port, env, log, signal });
  const before = await chosenRungs(dataDir);
  const [mongo, kafka] = await bothOrNone([
    start(mongoLadder, context(mongoPort), {
      addressVariable: "MONGO_URL",
      portVariable: "MONGO_PORT",
      remembered: before.mongo,
      report,
      signal,
    }),
    start(kafkaLadder, context(kafkaPort), {
      addressVariable: "KAFKA_BROKERS",
      portVariable: "KAFKA_PORT",
      remembered: before.kafka,
      report,
      signal,
    }),
  ]);
  await rememberRungs(dataDir, { mongo: mongo.rung, kafka: kafka.rung });
  const stop = async () => {
    await kafka.stop();
    await mongo.stop();
  };
  const kill = () => [kafka, mongo].forEach(({ supervised }) => void supervised?.kill());
  return { mongoUrl: mongo.address, kafkaBrokers: kafka.address, mongo: mongo.supervised, kafka: kafka.supervised, stop, kill };
}
