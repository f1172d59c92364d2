import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "../lock.mjs";
import { type Fair, startFair } from "./fair.ts";
import { forgetData } from "./fresh.ts";
import type { Options } from "./options.ts";
import { Problem, sentenceOf } from "./problem.ts";
import { onInterrupt } from "./process/interrupt.ts";
import { projectRoot } from "./project-root.ts";
import { linesOfReport } from "./say.ts";
import { seedFileIn, seedOnce } from "./seed.ts";
import type { Topology } from "./topology.ts";
import { buildPages } from "./web-build.ts";
import { welcome } from "./welcome.ts";

// An opening that hangs in a download when it is interrupted is left to the guard.
const INTERRUPTED_OPENING_MS = 30_000;

export type Launcher = {
  topology: Topology;
  options: Options;
  root?: string;
  env?: NodeJS.ProcessEnv;
  log?: (line: string) => void;
};

function lockOf(stateDir: string): () => unknown {
  const lock = takeLock(join(stateDir, "start.lock"));
  if (lock.taken) return lock.release;
  const who = lock.holder === undefined ? "" : ` (process ${lock.holder})`;
  const sentence = `Rialto is already running from this folder${who}.`;
  throw new Problem(
    "ALREADY_RUNNING",
    `${sentence} Use that one, or stop it with Ctrl-C in its terminal before you start again.`,
  );
}

/** Logs of this start begin empty; those of the last one are kept beside them. */
async function turnLogs(stateDir: string): Promise<void> {
  const logs = join(stateDir, "logs");
  await mkdir(stateDir, { recursive: true });
  if (!existsSync(logs)) return;
  await rm(`${logs}.previous`, { recursive: true, force: true });
  await rename(logs, `${logs}.previous`);
}

/** The whole fair, from nothing to the welcome. */
async function open(launcher: Required<Launcher>, stateDir: string, signal: AbortSignal): Promise<Fair> {
  const { topology, options, root, env, log } = launcher;
  if (options.fresh) await forgetData(stateDir, env);
  await turnLogs(stateDir);
  if (topology.pages !== undefined) await buildPages(root, topology.pages, join(stateDir, "logs", "web-build.log"), log);
  const report = (...args: Parameters<typeof linesOfReport>) => linesOfReport(...args).forEach(log);
  const demo = { DEMO_GUIDE_FILE: seedFileIn(stateDir) };
  const fair = await startFair({ topology, stateDir, log, report, env: { ...env, ...demo }, root, signal });
  try {
    const { mongoUrl } = fair.servers;
    if (options.seed) await seedOnce({ topology, stateDir, root, scale: options.scale, mongoUrl, env, log, signal });
  } catch (error) {
    await fair.stop();
    throw error;
  }
  for (const line of await welcome(topology.gatewayUrl, seedFileIn(stateDir))) log(line);
  return fair;
}

const givenUp = ({ services, servers }: Fair) => {
  const all = [...services.values(), servers.mongo, servers.kafka].flatMap((one) => (one === undefined ? [] : [one.givenUp]));
  return Promise.race(all);
};

/** Keeps the fair open until Ctrl-C, or until one of its processes is given up; then stops it in order. */
async function keepOpen(launcher: Required<Launcher>, stateDir: string): Promise<void> {
  const interrupted = new AbortController();
  const atInterrupt = new Promise<undefined>((done) => interrupted.signal.addEventListener("abort", () => done(undefined)));
  onInterrupt(
    () => {
      launcher.log("Stopping ...");
      interrupted.abort();
    },
    // What is still running then is ended by the guard.
    () => process.exit(1),
  );
  const opening = open(launcher, stateDir, interrupted.signal).catch((error: unknown) => {
    // What an interruption breaks off is not a failure.
    if (interrupted.signal.aborted) return undefined;
    throw error;
  });
  const patience = atInterrupt.then(() => sleep(INTERRUPTED_OPENING_MS, undefined, { ref: false }));
  const fair = await Promise.race([opening, patience]);
  const problem = fair && (await Promise.race([givenUp(fair), atInterrupt]));
  await fair?.stop();
  if (problem !== undefined) throw problem;
  launcher.log("Everything has stopped.");
}

/** `npm start`: resolves with the exit code when everything has stopped. */
export async function runLauncher(launcher: Launcher): Promise<number> {
  const full = { root: projectRoot, env: process.env, log: (line: string) => console.log(line), ...launcher };
  const stateDir = resolve(launcher.options.stateDir ?? join(full.root, ".rialto"));
  try {
    const release = lockOf(stateDir);
    try {
      await keepOpen(full, stateDir);
    } finally {
      release();
    }
    return 0;
  } catch (error) {
    console.error(sentenceOf(error));
    return 1;
  }
}
