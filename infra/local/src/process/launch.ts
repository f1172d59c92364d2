import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { guardOfThisProcess } from "./guard.ts";

export type ProcessPlan = {
  name: string;
  command: string;
  args: string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Both streams are appended here. */
  logFile: string;
  /** Resolves when the process can serve; asked again only after a restart. */
  ready: (signal: AbortSignal) => Promise<void>;
  readyLimitMs: number;
  /** How long SIGTERM may take before SIGKILL. */
  stopLimitMs: number;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Running = {
  pid: number | undefined;
  exited: Promise<Exit>;
  /** SIGTERM, then SIGKILL to the whole group after the limit. Resolves when the process is gone. */
  stop: () => Promise<Exit>;
  kill: () => void;
};

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Starts the plan in a process group of its own, so that a Ctrl-C in the terminal reaches only whoever stops it in order. */
export function launch(plan: ProcessPlan): Running {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = openSync(plan.logFile, "a");
  const { cwd, env } = plan;
  const options = { detached: true, ...(cwd !== undefined && { cwd }), ...(env !== undefined && { env }) };
  const child = spawn(plan.command, plan.args, { ...options, stdio: ["ignore", log, log] });
  closeSync(log);
  const { pid } = child;
  if (pid !== undefined) guardOfThisProcess().add(pid);
  const exited = new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: 127, signal: null }));
    child.once("exit", (code, signal) => resolve({ code, signal }));
  }).then((exit) => {
    if (pid !== undefined) guardOfThisProcess().drop(pid);
    return exit;
  });
  const kill = () => signalGroup(pid, "SIGKILL");
  const stop = async () => {
    child.kill("SIGTERM");
    const limit = setTimeout(kill, plan.stopLimitMs);
    const exit = await exited;
    clearTimeout(limit);
    return exit;
  };
  return { pid, exited, stop, kill };
}
