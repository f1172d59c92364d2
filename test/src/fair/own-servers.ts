import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Supervised } from "@rialto/local/process/supervise";
import { freePort } from "@rialto/local/servers/ports";
import { startServers } from "@rialto/local/servers/start-servers";
import type { Servers } from "./names.ts";

export interface OwnServers extends Servers {
  /** SIGKILL; whoever supervises it starts it again. Resolves when it is gone. */
  killKafka(): Promise<void>;
  killMongo(): Promise<void>;
  stop(): Promise<void>;
}

/** Real servers that only this test uses, since it kills them. */
export async function startOwnServers(): Promise<OwnServers> {
  const dataDir = await mkdtemp(join(tmpdir(), "rialto-faults-"));
  const [mongoPort, kafkaPort] = [await freePort(), await freePort()];
  const env = { ...process.env, MONGO_URL: "", KAFKA_BROKERS: "" };
  const deaths = new Map<string, () => void>();
  const servers = await startServers({
    dataDir,
    mongoPort,
    kafkaPort,
    env,
    log: () => undefined,
    report: (report) => report.kind === "died" && deaths.get(report.name)?.(),
  });
  const kill = (server: Supervised | undefined) =>
    new Promise<void>((gone, reject) => {
      const pid = server?.pid();
      if (server === undefined || pid === undefined) return reject(new Error("this server is not a process of ours"));
      deaths.set(server.name, gone);
      process.kill(pid, "SIGKILL");
    });
  return {
    mongoUrl: servers.mongoUrl,
    kafkaBrokers: servers.kafkaBrokers,
    killKafka: () => kill(servers.kafka),
    killMongo: () => kill(servers.mongo),
    async stop() {
      await servers.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
