import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "./problem.ts";
import { lastLines } from "./process/last-lines.ts";
import { launch } from "./process/launch.ts";
import { sentenceOfExit } from "./process/supervise.ts";
import { whilePending } from "./process/while-pending.ts";
import type { Topology } from "./topology.ts";

const TOLD_EVERY_MS = 1_000;

export type SeedContext = {
  topology: Topology;
  stateDir: string;
  root: string;
  scale: number;
  mongoUrl: string;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  signal: AbortSignal;
};

/** Where the seed writes the accounts and what to try first. */
export const seedFileIn = (stateDir: string) => join(stateDir, "data", "seed.json");

const markerIn = (stateDir: string) => join(stateDir, "data", "seeded.json");

// Another database is another fair: the marker names it, by a hash, for its address may hold a password.
const markerOf = ({ scale, mongoUrl }: SeedContext) =>
  JSON.stringify({ scale, database: createHash("sha256").update(mongoUrl).digest("hex").slice(0, 16) });

async function isSeeded(context: SeedContext): Promise<boolean> {
  const marker = await readFile(markerIn(context.stateDir), "utf8").catch(() => undefined);
  return marker === markerOf(context);
}

/** Passes the last line of the seed's log on while it changes. */
async function toldUntil<T>(end: Promise<T>, logFile: string, log: (line: string) => void): Promise<T> {
  let told = "";
  const timer = setInterval(async () => {
    const [line = ""] = await lastLines(logFile, 1);
    if (line !== told) log(`  ${line}`);
    told = line;
  }, TOLD_EVERY_MS);
  try {
    return await end;
  } finally {
    clearInterval(timer);
  }
}

async function run(program: string, context: SeedContext): Promise<void> {
  const { topology, stateDir, root, scale, env, signal } = context;
  const logFile = join(stateDir, "logs", "seed.log");
  const seed = launch({
    name: "seed",
    command: process.execPath,
    args: [program, "--scale", String(scale)],
    cwd: root,
    env: { ...env, ...topology.seed.environment, SEED_FILE: seedFileIn(stateDir) },
    logFile,
    ready: async () => undefined,
    readyLimitMs: 0,
    stopLimitMs: 5_000,
  });
  const exit = await whilePending(toldUntil(seed.exited, logFile, context.log), signal, seed.stop);
  if (exit.code === 0) return;
  const said = (await lastLines(logFile, 3)).join(" | ");
  throw new Problem("SEED_FAILED", `The fair could not be seeded: the seed ${sentenceOfExit(exit)} (log: ${logFile}). ${said}`);
}

/** Fills a new system with the reference fair, once. The seed can be repeated, so one that was cut off is run again. */
export async function seedOnce(context: SeedContext): Promise<void> {
  const program = join(context.root, context.topology.seed.entry);
  if (!existsSync(program) || (await isSeeded(context))) return;
  context.log(`Seeding the reference fair${context.scale > 1 ? `, ${context.scale} times as large` : ""} ...`);
  await run(program, context);
  await writeFile(markerIn(context.stateDir), markerOf(context));
}
