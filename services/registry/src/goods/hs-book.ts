import { Worker } from "node:worker_threads";
import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import type { HsQuestion, NamedCode } from "./hs-question.ts";

const REST_MS = 5 * 60_000;
const MOST_WAITING = 200;

export interface HsBook {
  /** Throws SERVICE_BUSY when too many ask, or when the thread breaks; another error when this question cannot be answered. */
  ask(question: HsQuestion): Promise<NamedCode[]>;
}

type Waiting = Map<number, { resolve: (codes: NamedCode[]) => void; reject: (error: Error) => void }>;

function startThread(waiting: Waiting, ended: () => void): Worker {
  const thread = new Worker(new URL("./hs-thread.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 128 } });
  thread.unref();
  thread.on("message", ({ id, codes, failed }: { id: number; codes?: NamedCode[]; failed?: string }) => {
    if (codes !== undefined) waiting.get(id)?.resolve(codes);
    else waiting.get(id)?.reject(new Error(failed));
    waiting.delete(id);
  });
  // An error is always followed by "exit".
  thread.on("error", () => undefined);
  thread.on("exit", () => {
    ended();
    for (const { reject } of waiting.values()) reject(refuseInGeneral("SERVICE_BUSY"));
    waiting.clear();
  });
  return thread;
}

/** The Harmonized System, read in a thread that lives only while somebody asks. */
export function createHsBook(restMs = REST_MS): HsBook {
  const waiting: Waiting = new Map();
  let thread: Worker | undefined;
  let rest: NodeJS.Timeout | undefined;
  let last = 0;

  function awake(): Worker {
    clearTimeout(rest);
    rest = setTimeout(() => void (waiting.size === 0 ? thread?.terminate() : awake()), restMs).unref();
    thread ??= startThread(waiting, () => {
      thread = undefined;
    });
    return thread;
  }

  return {
    ask(question) {
      if (waiting.size >= MOST_WAITING) return Promise.reject(refuseInGeneral("SERVICE_BUSY"));
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        awake().postMessage({ id, question });
      });
    },
  };
}
