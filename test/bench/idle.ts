// What the fair costs while nobody is there: processor time and memory of each service, after a rest. Several ways to start
// Node, side by side in one run. Needs MONGO_URL and KAFKA_BROKERS, and Linux.
// npm run bench:idle -w test -- --rest 60 --seconds 60
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serviceNames } from "@rialto/local/topology";
import { type RunningFair, startFair } from "../src/start-fair.ts";
import { machineLoad, table } from "./figures.ts";
import { cpuMs, residentMb } from "./proc.ts";

const { values } = parseArgs({
  options: {
    rest: { type: "string", default: "60" },
    seconds: { type: "string", default: "60" },
    only: { type: "string" },
  },
});

/** Without a compile cache Node keeps all sources and compiles them at each start: the baseline. */
const ways: Record<string, Readonly<Record<string, string>>> = {
  "plain node": { NODE_DISABLE_COMPILE_CACHE: "1" },
  "compile cache": {},
  "compile cache, semi-space 2 MB": { NODE_OPTIONS: "--max-semi-space-size=2" },
  // The allocator of glibc keeps an arena for each thread; two are enough for services that compute in one.
  "compile cache, 2 arenas": { MALLOC_ARENA_MAX: "2" },
};

type Figures = { readonly percent: number; readonly mb: number };

async function measure(fair: RunningFair, seconds: number): Promise<Figures[]> {
  const pids = serviceNames.map((name) => fair.pidOf(name) ?? 0);
  const before = await Promise.all(pids.map(cpuMs));
  const startedAt = performance.now();
  await sleep(seconds * 1_000);
  const elapsed = performance.now() - startedAt;
  const after = await Promise.all(pids.map(cpuMs));
  const memory = await Promise.all(pids.map(residentMb));
  return pids.map((_, index) => ({
    percent: (((after[index] ?? 0) - (before[index] ?? 0)) / elapsed) * 100,
    mb: memory[index] ?? Number.NaN,
  }));
}

const told = ({ percent, mb }: Figures) => `${percent.toFixed(2)} %  ${mb.toFixed(0)} MB`;

const row = (way: string, figures: readonly Figures[]) => {
  const all = figures.reduce((sum, { percent, mb }) => ({ percent: sum.percent + percent, mb: sum.mb + mb }), {
    percent: 0,
    mb: 0,
  });
  return [way, ...figures.map(told), told(all)];
};

const chosen = Object.entries(ways).filter(([way]) => values.only === undefined || values.only === way);
const fairs: { way: string; fair: RunningFair }[] = [];
try {
  for (const [way, settings] of chosen) fairs.push({ way, fair: await startFair({ settings }) });
  await sleep(Number(values.rest) * 1_000);
  const rows = await Promise.all(fairs.map(async ({ way, fair }) => row(way, await measure(fair, Number(values.seconds)))));
  console.log(
    `after ${values.rest} s of rest, over ${values.seconds} s; per cent of one core, resident memory; ${machineLoad()}`,
  );
  console.log(table([["", ...serviceNames, "all together"], ...rows]));
  console.log("targets: all together under 3 %, each under 120 MB");
} finally {
  for (const { fair } of fairs) await fair.stop();
}
process.exit(0);
