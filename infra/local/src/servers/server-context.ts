import type { ProcessPlan } from "../process/launch.ts";

export type ServerContext = {
  /** Where the server keeps its data. */
  dataDir: string;
  /** Downloads, shared by all data folders. */
  cacheDir: string;
  logDir: string;
  port: number;
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** Ends downloads that are under way. */
  signal?: AbortSignal | undefined;
};

/** What a rung gives: an address, and the process to run for it, unless somebody else runs it. */
export type ServerPlan = { address: string; process?: ProcessPlan; stop?: () => Promise<void> };
