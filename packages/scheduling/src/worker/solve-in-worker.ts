import { Worker } from "node:worker_threads";
import type { Explanation } from "../explain/explain-schedule.ts";
import { ProblemRefused } from "../model/contradiction.ts";
import type { ProblemInput } from "../model/problem.ts";
import type { Placement, Progress, Schedule } from "../model/result.ts";
import type { ThreadInput, ThreadMessage } from "./protocol.ts";

export interface WorkerOptions {
  seed?: number;
  /** Milliseconds of work after which the best so far is the answer. */
  deadlineMs?: number;
  /** The plan to stay close to. */
  previous?: readonly Placement[];
  /** Also say why meetings are missing and what everybody got; otherwise `explanation` is null. */
  explain?: boolean;
  /** Called at most once in `progressEveryMs` (200 by default), and with the last state before the end. */
  onProgress?: (progress: Progress) => void;
  progressEveryMs?: number;
  /** Memory of the thread in MB; a run that needs more rejects `done` with ERR_WORKER_OUT_OF_MEMORY. */
  maxHeapMb?: number;
}

export interface WorkerResult extends Schedule {
  explanation: Explanation | null;
}

export interface RunningSolve {
  /** Rejects with `ProblemRefused` for input that contradicts itself, with `SolveAborted` after `abort`. */
  done: Promise<WorkerResult>;
  /** Asks for the best so far; `done` resolves with it within moments. */
  stop(): void;
  /** Ends the thread at once, without a result. */
  abort(): Promise<void>;
}

export class SolveAborted extends Error {
  constructor() {
    super("the solve was aborted");
    this.name = "SolveAborted";
  }
}

/**
 * Runs `solve` in a thread of its own, so that the caller's event loop stays free. Same problem, options and no interruption: same schedule as
 * `solve`. The thread ends with its answer.
 */
export function solveInWorker(problem: ProblemInput, options: WorkerOptions = {}): RunningSolve {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL("./solve-thread.ts", import.meta.url), {
    workerData: threadInput(problem, options, stopFlag),
    ...(options.maxHeapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb } }),
  });
  const done = answerOf(thread, options);
  return {
    done,
    stop: () => {
      Atomics.store(stopFlag, 0, 1);
    },
    abort: async () => {
      // Whoever aborts need not wait for `done`; its rejection must not end the process.
      done.catch(() => {});
      await thread.terminate();
    },
  };
}

function threadInput(problem: ProblemInput, options: WorkerOptions, stopFlag: ThreadInput["stopFlag"]): ThreadInput {
  return {
    problem,
    seed: options.seed,
    deadlineMs: options.deadlineMs,
    previous: options.previous,
    explain: options.explain ?? false,
    progressEveryMs: options.progressEveryMs ?? 200,
    stopFlag,
  };
}

function answerOf(thread: Worker, options: WorkerOptions): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    thread.on("message", (message: ThreadMessage) => {
      if (message.kind === "progress") options.onProgress?.(message.progress);
      else if (message.kind === "refused") reject(new ProblemRefused(message.contradictions));
      else resolve({ ...message.schedule, explanation: message.explanation });
    });
    thread.on("error", reject);
    // Settles only what no message has settled: a thread that ended without an answer was aborted.
    thread.on("exit", () => reject(new SolveAborted()));
  });
}
