import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProcessPlan } from "../process/launch.ts";
import { brokerAnswers } from "./kafka-answers.ts";
import { kafkaProperties } from "./kafka-properties.ts";
import { freePort, isFree } from "./ports.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

/** Enough for one fair; a broker that serves a whole test run, with the topics of every test, takes more. */
const heapMb = () => Number(process.env.KAFKA_HEAP_MB ?? 192);
const memory = () => [
  "-Xms64m",
  "-Xss512k",
  "-XX:ReservedCodeCacheSize=48m",
  `-Xmx${heapMb()}m`,
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:+ExitOnOutOfMemoryError",
];
// Either logging library may be on the class path: the archive brings log4j, the jars from Maven slf4j-simple.
const quiet = [
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
  "-Dlog4j2.level=WARN",
];

const clusterId = () => `R${randomBytes(16).toString("base64url").slice(1)}`;

async function format(java: string, classPath: string, settings: string): Promise<void> {
  const args = [
    "-cp",
    classPath,
    "kafka.tools.StorageTool",
    "format",
    "-t",
    clusterId(),
    "-c",
    settings,
    "--standalone",
    "--ignore-formatted",
  ];
  const outcome = await runProgram(java, [...memory(), ...quiet, ...args]);
  if (outcome.code !== 0) throw new Error(`Kafka could not format its storage: ${lastWords(outcome)}`);
}

async function prepare(java: string, classPath: string, { dataDir, port }: ServerContext): Promise<string> {
  const folder = join(dataDir, "kafka");
  const settings = join(folder, "server.properties");
  const logs = join(folder, "logs");
  await mkdir(logs, { recursive: true });
  const controllerPort = (await isFree(port + 1)) ? port + 1 : await freePort();
  await writeFile(settings, kafkaProperties(port, controllerPort, logs));
  if (!existsSync(join(logs, "meta.properties"))) await format(java, classPath, settings);
  return settings;
}

/** One Kafka broker of the given Java and class path, on the loopback address only; its storage is formatted when it is new. */
export async function kafkaPlan(java: string, classPath: string, context: ServerContext): Promise<ServerPlan> {
  const settings = await prepare(java, classPath, context);
  const address = `127.0.0.1:${context.port}`;
  const plan: ProcessPlan = {
    name: "Kafka",
    command: java,
    args: [...memory(), ...quiet, "-Djava.awt.headless=true", "-cp", classPath, "kafka.Kafka", settings],
    logFile: join(context.logDir, "kafka.log"),
    ready: (signal) => brokerAnswers(address, signal),
    readyLimitMs: 60_000,
    stopLimitMs: 20_000,
  };
  return { address, process: plan };
}
