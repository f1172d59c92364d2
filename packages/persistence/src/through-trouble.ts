import { isTransient } from "@rialto/messaging/transient-errors";
import { jittered, sleep } from "./back-off.ts";

const ATTEMPTS = 5;

/**
 * Repeats something harmless, a read, while the database is away: together with the waiting for each answer up to
 * about 30 s, so that its restart delays requests instead of failing them.
 */
export async function throughTrouble<Result>(read: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await sleep(jittered(attempt, 50, 1_000));
    }
  }
}
