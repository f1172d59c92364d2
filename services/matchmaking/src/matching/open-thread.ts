import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Ask, type Heard, MatchThreadLost, type OpenThread } from "./match-thread.ts";
import type { FromThread, ThreadData, ToThread } from "./thread-messages.ts";

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export interface ThreadOptions {
  readonly url: string;
  readonly database: string;
  /** Largest heap of the thread; its own, beside that of the service. */
  readonly heapMegabytes: number;
  /** The thread's file; another one in a test. */
  readonly entry?: URL;
  /** Doubled each time it dies before it has started, up to a minute. */
  readonly pauseBeforeRestartMs?: number;
}

const longestPauseMs = 60_000;

const engineThread = new URL("./thread.ts", import.meta.url);

/** An engine in a worker thread. A thread that dies is started again and reads everything anew. */
export const openThread =
  ({ heapMegabytes, entry = engineThread, pauseBeforeRestartMs = 1_000, ...place }: ThreadOptions): OpenThread =>
  (replica, heard) => {
    const waiting = new Map<number, Waiting>();
    let asked = 0;
    let isStopping = false;
    let worker: Worker | undefined;
    let pauseMs = pauseBeforeRestartMs;

    function settle(id: number): Waiting | undefined {
      const one = waiting.get(id);
      waiting.delete(id);
      return one;
    }

    function turnEverybodyAway(): void {
      for (const { reject } of waiting.values()) reject(new MatchThreadLost());
      waiting.clear();
    }

    function begin(): Promise<void> {
      const started = Promise.withResolvers<void>();
      const workerData: ThreadData = { ...place, replica };
      const own = new Worker(entry, { workerData, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
      worker = own;
      own.on("message", (message: FromThread) => {
        switch (message.kind) {
          case "started":
            pauseMs = pauseBeforeRestartMs;
            return started.resolve();
          case "answer":
            return settle(message.id)?.resolve(message.answer as never);
          case "failed":
            return settle(message.id)?.reject(new Error(message.message));
          default:
            return pass(message, heard);
        }
      });
      own.on("error", (error) => {
        heard.lost(error);
        started.reject(error);
      });
      own.on("exit", () => {
        // Who asks from now on is turned away at once: a thread that has ended takes messages and never answers.
        worker = undefined;
        turnEverybodyAway();
        heard.following(false);
        started.reject(new MatchThreadLost());
        setTimeout(beginAgain, pauseMs).unref();
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
      });
      return started.promise;
    }

    function beginAgain(): void {
      if (!isStopping) begin().catch(heard.lost);
    }

    const ask: Ask = (question, ...input) =>
      new Promise((resolve, reject) => {
        if (worker === undefined || isStopping) return reject(new MatchThreadLost());
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ kind: "ask", id: asked, question, input } satisfies ToThread);
      });

    return {
      start: begin,
      ask,
      async stop() {
        isStopping = true;
        const own = worker;
        if (own === undefined) return;
        const ended = once(own, "exit");
        own.postMessage({ kind: "stop" } satisfies ToThread);
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
        await own.terminate();
      },
    };
  };

function pass(message: Extract<FromThread, { kind: "mark" | "following" | "lost" | "setAside" }>, heard: Heard): void {
  if (message.kind === "mark") heard.mark(message.number);
  else if (message.kind === "following") heard.following(message.isFollowing);
  else if (message.kind === "lost") heard.lost(new Error(message.message));
  else heard.setAside(message.about, new Error(message.message));
}
