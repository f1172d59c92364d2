import { readFile } from "node:fs/promises";
import { type Exit, launch, type Running } from "@rialto/local/process/launch";
import { sentenceOfExit } from "@rialto/local/process/supervise";
import { projectRoot } from "@rialto/local/project-root";
import { servicePlan } from "@rialto/local/service-plan";
import type { ServiceName } from "@rialto/local/topology";
import type { FairNames, Servers } from "./names.ts";

export type ServiceProcess = {
  readonly pid: () => number | undefined;
  /** Starts it unless it runs, and resolves when it is ready. */
  readonly start: () => Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and an end in order. */
  readonly stop: () => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Everything it has written, over all its lives. */
  readonly logs: () => Promise<string>;
  /** Times it ended although nobody asked it to, in words. */
  readonly unexpectedEnds: () => readonly string[];
};

type Options = {
  readonly names: FairNames;
  readonly servers: Servers;
  readonly env: NodeJS.ProcessEnv;
  readonly logDir: string;
};

/** One service of the fair, `node services/<name>/src/main.ts`, with a life that a test decides over. */
export function serviceProcess(name: ServiceName, { names, servers, env, logDir }: Options): ServiceProcess {
  const spec = { name, port: Number(new URL(names.urlOf(name)).port), entry: `services/${name}/src/main.ts` };
  const plan = servicePlan({ ...spec, environment: () => names.environmentOf(name) }, servers, {
    root: projectRoot,
    env,
    logDir,
  });
  let running: Running | undefined;
  const unexpected: string[] = [];

  async function untilReady(life: Running): Promise<void> {
    const ended = new AbortController();
    const end = life.exited.then((exit) => {
      ended.abort();
      return exit;
    });
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(plan.readyLimitMs)]);
    const exit = await Promise.race([plan.ready(signal).catch(() => undefined), end]);
    if (exit !== undefined || signal.aborted) throw await notReady(exit ?? undefined);
  }

  async function notReady(exit: Exit | undefined): Promise<Error> {
    const what = exit === undefined ? `was not ready in ${plan.readyLimitMs} ms` : sentenceOfExit(exit);
    return new Error(`${name} ${what}. Its last words:\n${(await logs()).split("\n").slice(-8).join("\n")}`);
  }

  const logs = () => readFile(plan.logFile, "utf8").catch(() => "");
  const signalled = (signal: NodeJS.Signals) => {
    if (running?.pid !== undefined) process.kill(running.pid, signal);
  };
  const ended = async (how: (life: Running) => unknown) => {
    const life = running;
    running = undefined;
    if (life === undefined) return;
    how(life);
    await life.exited;
  };

  return {
    pid: () => running?.pid,
    async start() {
      running ??= launch(plan);
      const life = running;
      void life.exited.then((exit) => {
        if (running !== life) return;
        running = undefined;
        unexpected.push(`${name} ${sentenceOfExit(exit)}`);
      });
      await untilReady(life);
    },
    kill: () => ended((life) => life.kill()),
    stop: () => ended((life) => life.stop()),
    pause: () => signalled("SIGSTOP"),
    resume: () => signalled("SIGCONT"),
    logs,
    unexpectedEnds: () => unexpected,
  };
}
