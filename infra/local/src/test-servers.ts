import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./servers/ports.ts";
import { startServers } from "./servers/start-servers.ts";

/**
 * For vitest's globalSetup: real servers for all tests of a run, in a folder that goes with them.
 * Servers that MONGO_URL and KAFKA_BROKERS name are used instead, so that one pair can serve several runs.
 */
export default async function testServers(): Promise<() => Promise<void>> {
  if (process.env.MONGO_URL && process.env.KAFKA_BROKERS) return async () => undefined;
  process.env.KAFKA_HEAP_MB ??= "1024";
  const dataDir = await mkdtemp(join(tmpdir(), "rialto-test-"));
  const [mongoPort, kafkaPort] = [await freePort(), await freePort()];
  const servers = await startServers({ dataDir, mongoPort, kafkaPort, log: console.log });
  process.env.MONGO_URL = servers.mongoUrl;
  process.env.KAFKA_BROKERS = servers.kafkaBrokers;
  return async () => {
    await servers.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
