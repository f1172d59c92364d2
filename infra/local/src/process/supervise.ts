import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.ts";
import { lastLines } from "./last-lines.ts";
import { type Exit, launch, type ProcessPlan, type Running } from "./launch.ts";
import { afterDeath, patience } from "./patience.ts";

export type Report =
  | { kind: "ready"; name: string; afterMs: number }
  | { kind: "died"; name: string; exit: Exit; lines: string[]; logFile: string; next: ReturnType<typeof afterDeath> };

export type Supervised = {
  name: string;
  pid: () => number | undefined;
  /** Resolves at the first readiness; rejects when the process was given up before that. */
  ready: Promise<void>;
  /** Resolves when it was given up; never when it was stopped. */
  givenUp: Promise<Problem>;
  stop: () => Promise<void>;
  /** SIGKILL, without asking; it is not started again. */
  kill: () => void;
};

export const sentenceOfExit = ({ code, signal }: Exit) =>
  signal === null ? `ended with code ${code}` : `was ended by ${signal}`;

function problemOf(plan: ProcessPlan, exit: Exit, lines: string[]): Problem {
  const said = lines.length > 0 ? ` Its last words: ${lines.slice(-3).join(" | ").slice(0, 600)}` : "";
  return new Problem("PROCESS_DIED", `${plan.name} ${sentenceOfExit(exit)} (log: ${plan.logFile}).${said}`);
}

/** Waits for readiness; a process that is never ready in its limit is killed, which then counts as a death. */
async function waitReady(running: Running, plan: ProcessPlan): Promise<boolean> {
  const ended = new AbortController();
  void running.exited.then(() => ended.abort());
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(plan.readyLimitMs)]);
  try {
    await plan.ready(signal);
    return !ended.signal.aborted;
  } catch {
    running.kill();
    return false;
  }
}

/**
 * Keeps one process alive: starts it, waits until it is ready, starts it again with back-off when it dies.
 * `deathsBeforeReady` is how many deaths are borne before it was ready once.
 */
export function supervise(
  plan: ProcessPlan,
  report: (report: Report) => void,
  { deathsBeforeReady = patience.deaths, clock = Date.now }: { deathsBeforeReady?: number; clock?: () => number } = {},
): Supervised {
  const ready = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<Problem>();
  const stopping = new AbortController();
  const deaths: number[] = [];
  let everReady = false;
  let running = launch(plan);

  async function oneLife(): Promise<Exit> {
    const startedAt = clock();
    if (await waitReady(running, plan)) {
      everReady = true;
      ready.resolve();
      if (!stopping.signal.aborted) report({ kind: "ready", name: plan.name, afterMs: clock() - startedAt });
    }
    return running.exited;
  }

  async function live(): Promise<void> {
    for (;;) {
      const exit = await oneLife();
      if (stopping.signal.aborted) return;
      deaths.push(clock());
      const lines = await lastLines(plan.logFile, 12);
      const next = afterDeath(deaths, clock(), everReady ? patience : { ...patience, deaths: deathsBeforeReady });
      report({ kind: "died", name: plan.name, exit, lines, logFile: plan.logFile, next });
      if (next.kind === "giveUp") {
        const problem = problemOf(plan, exit, lines);
        ready.reject(problem);
        givenUp.resolve(problem);
        return;
      }
      await sleep(next.delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      running = launch(plan);
    }
  }

  const life = live();
  ready.promise.catch(() => undefined);
  const end = async (how: () => unknown) => {
    stopping.abort();
    how();
    await life;
    ready.reject(new Problem("STOPPED", `${plan.name} was stopped.`));
  };
  return {
    name: plan.name,
    pid: () => running.pid,
    ready: ready.promise,
    givenUp: givenUp.promise,
    stop: () => end(() => running.stop()),
    kill: () => void end(() => running.kill()),
  };
}
