import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until the answer is not an error, or the signal ends the patience. */
export async function untilItWorks<T>(ask: () => Promise<T>, signal: AbortSignal, pauseMs = 100): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw error;
      await sleep(pauseMs);
      if (signal.aborted) throw error;
    }
  }
}
