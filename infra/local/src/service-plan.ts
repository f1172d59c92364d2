import { join } from "node:path";
import type { ProcessPlan } from "./process/launch.ts";
import { untilItWorks } from "./servers/until.ts";
import type { ServiceSpec } from "./topology.ts";

const READY_LIMIT_MS = 60_000;
// The service itself gives up after its SHUTDOWN_SECONDS (15); this is for one that hangs.
const STOP_LIMIT_MS = 20_000;

// Five services, two servers and the launcher share one machine. Measured after seeding, all together: 2.1 GB without these
// limits of V8's young and old space and of glibc's arenas, 1.5 GB with them, and no slower.
export const thriftyNode = ["--max-semi-space-size=2", "--max-old-space-size=256"];
export const thriftyMalloc = { MALLOC_ARENA_MAX: "2" };

async function requireReady(port: number, signal: AbortSignal): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(2_000)]),
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`not ready: ${response.status}`);
}

export type Surroundings = { root: string; env: NodeJS.ProcessEnv; logDir: string };

/** One service as a process of its own, on the Node that runs the launcher; ready when GET /readyz answers 200. */
export function servicePlan(
  { name, port, entry, environment }: ServiceSpec,
  servers: { mongoUrl: string; kafkaBrokers: string },
  { root, env, logDir }: Surroundings,
): ProcessPlan {
  return {
    name,
    command: process.execPath,
    args: [...thriftyNode, join(root, entry)],
    cwd: root,
    env: { ...thriftyMalloc, ...env, ...environment(servers) },
    logFile: join(logDir, `${name}.log`),
    ready: (signal) => untilItWorks(() => requireReady(port, signal), signal),
    readyLimitMs: READY_LIMIT_MS,
    stopLimitMs: STOP_LIMIT_MS,
  };
}
