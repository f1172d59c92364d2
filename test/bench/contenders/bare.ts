import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "@rialto/local/process/launch";
import { projectRoot } from "@rialto/local/project-root";
import { freePort } from "@rialto/local/servers/ports";
import { servicePlan } from "@rialto/local/service-plan";
import kafkajs, { type Admin } from "kafkajs";
import { createConnection } from "mongoose";
import { io } from "socket.io-client";
import type { Servers } from "../../src/fair/names.ts";
import type { Contender } from "../load/contender.ts";
import { post } from "../load/post.ts";

const RECIPIENTS = 40;
const PARTITIONS = 6;

async function startProcess(name: string, environment: Readonly<Record<string, string>>, servers: Servers, logDir: string) {
  const port = await freePort();
  const spec = {
    name,
    port,
    entry: `test/bench/bare/${name}.ts`,
    environment: () => ({ ...environment, HTTP_PORT: String(port) }),
  };
  const plan = servicePlan(spec, servers, { root: projectRoot, env: process.env, logDir });
  const running = launch(plan);
  await plan.ready(AbortSignal.timeout(plan.readyLimitMs));
  return { name, pid: running.pid ?? 0, url: `http://127.0.0.1:${port}`, stop: async () => void (await running.stop()) };
}

async function withAdmin({ kafkaBrokers }: Servers, task: (admin: Admin) => Promise<unknown>): Promise<void> {
  const admin = new kafkajs.Kafka({ brokers: kafkaBrokers.split(","), logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  await task(admin).finally(() => admin.disconnect());
}

async function forget(servers: Servers, database: string, topics: readonly string[]): Promise<void> {
  const connection = await createConnection(servers.mongoUrl, { dbName: database }).asPromise();
  await connection.dropDatabase();
  await connection.close();
  await withAdmin(servers, (admin) => admin.deleteTopics({ topics: [...topics] }));
}

/** The least that does the same: HTTP, one journaled majority write, two Kafka hops, one emit; three processes. */
export async function openBare(servers: Servers): Promise<Contender> {
  const unique = `b${randomUUID().slice(0, 8)}`;
  const logDir = await mkdtemp(join(tmpdir(), "rialto-bare-"));
  const environment = {
    MONGO_URL: servers.mongoUrl,
    MONGO_DATABASE: unique,
    KAFKA_BROKERS: servers.kafkaBrokers,
    KAFKA_TOPIC_PREFIX: `${unique}.`,
  };
  const topics = [`${unique}.events`, `${unique}.notifications`];
  await withAdmin(servers, (admin) =>
    admin.createTopics({ topics: topics.map((topic) => ({ topic, numPartitions: PARTITIONS })), waitForLeaders: true }),
  );
  const start = (name: string) => startProcess(name, environment, servers, logDir);
  const [writer, router, gateway] = await Promise.all([start("writer"), start("router"), start("sockets")]);
  const arrivals = new Map<string, number>();
  const sockets = Array.from({ length: RECIPIENTS }, (_, index) => {
    const socket = io(gateway.url, { transports: ["websocket"], forceNew: true, auth: { recipientId: `recipient-${index}` } });
    socket.on("notification", ({ id }: { id: string }) => arrivals.set(id, performance.now()));
    return socket;
  });
  let count = 0;
  return {
    name: "bare path",
    arrivals,
    async next() {
      const id = `${unique}-${count++}`;
      const message = "x".repeat(200);
      await post(`${writer.url}/requests`, { id, recipientId: `recipient-${count % RECIPIENTS}`, message });
      return id;
    },
    pids: () => new Map([writer, router, gateway].map(({ name, pid }) => [name, pid])),
    async stop() {
      for (const socket of sockets) socket.disconnect();
      await Promise.all([writer, router, gateway].map((one) => one.stop()));
      await forget(servers, unique, topics);
      await rm(logDir, { recursive: true, force: true });
    },
  };
}
