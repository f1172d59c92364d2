import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ProcessPlan } from "../process/launch.ts";
import { makePrimary } from "./replica-set.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const mongoUrlOf = (port: number) => `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;

// Small on purpose: a fair of the reference size fits, and the whole system stays under its memory limit.
const thrift = [
  "--wiredTigerCacheSizeGB",
  "0.25",
  "--oplogSize",
  "256",
  "--setParameter",
  "diagnosticDataCollectionEnabled=false",
];

function processPlan(binary: string, { dataDir, logDir, port }: ServerContext): ProcessPlan {
  const dbPath = join(dataDir, "mongodb");
  mkdirSync(dbPath, { recursive: true });
  const listen = ["--bind_ip", "127.0.0.1", "--port", String(port), "--nounixsocket"];
  return {
    name: "MongoDB",
    command: binary,
    args: ["--dbpath", dbPath, "--replSet", "rs0", ...listen, ...thrift],
    logFile: join(logDir, "mongodb.log"),
    ready: (signal) => makePrimary(port, signal),
    readyLimitMs: 60_000,
    stopLimitMs: 20_000,
  };
}

/** A one-member replica set of the given program, on the loopback address only. */
export const mongodPlan = (binary: string, context: ServerContext): ServerPlan => ({
  address: mongoUrlOf(context.port),
  process: processPlan(binary, context),
});
