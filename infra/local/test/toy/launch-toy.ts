import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFailed, onTestFinished } from "vitest";
import { freePort } from "../../src/servers/ports.ts";

export type Toy = {
  child: ChildProcess;
  ports: { gateway: number; other: number; mongo: number; kafka: number };
  said: () => string;
  /** Resolves when the text has been said; rejects, with all that was said, when the process ends before. */
  untilSaid: (text: string) => Promise<void>;
  ended: Promise<number | null>;
};

/** A folder for the state of one test, removed after it. */
export async function temporaryState(): Promise<string> {
  const stateDir = await mkdtemp(join(tmpdir(), "rialto-toy-"));
  onTestFinished(() => rm(stateDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }));
  return stateDir;
}

const fourPorts = async () => ({
  gateway: await freePort(),
  other: await freePort(),
  mongo: await freePort(),
  kafka: await freePort(),
});

/** Runs the launcher with toy services as a process; `own` makes it start servers of its own. */
export async function launchToy(
  stateDir: string,
  args: string[] = [],
  { own = false, ports = undefined as Toy["ports"] | undefined } = {},
): Promise<Toy> {
  const chosen = ports ?? (await fourPorts());
  const { MONGO_URL, KAFKA_BROKERS, ...rest } = process.env;
  const env = { ...rest, ...(own ? {} : { MONGO_URL, KAFKA_BROKERS }), TOY_PORTS: Object.values(chosen).join(",") };
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "--state", stateDir, ...args], { env });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(() => void child.kill("SIGKILL"));
  onTestFailed(() => console.error(`The launcher said:\n${said}`));
  const untilSaid = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(text) && resolve();
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      void ended.then(() => (said.includes(text) ? resolve() : reject(new Error(`never said "${text}", but: ${said}`))));
      look();
    });
  return { child, ports: chosen, said: () => said, untilSaid, ended };
}
