import { setTimeout as sleep } from "node:timers/promises";
import { ProblemError } from "@rialto/client/problem-error";

const PATIENCE_MS = 30_000;

/**
 * Calls again while the answer is one of these refusals: services hear of each other's facts a moment later.
 * Rejects with the refusal when it still stands after half a minute.
 */
export async function heardOf<T>(codes: readonly string[], call: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const tooEarly = error instanceof ProblemError && codes.includes(error.code);
      if (!tooEarly || performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** Asks until the answer is there: what one service has been told, another may hear a moment later. Undefined after the deadline. */
export async function untilThere<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || performance.now() > deadline) return answer;
    await sleep(100);
  }
}
