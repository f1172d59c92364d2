import { setTimeout as sleep } from "node:timers/promises";
import { ProblemError, UnreachableError } from "@rialto/client/problem-error";

/** Longer than a service that was killed needs to be back: its old seat in a group is given away after ten seconds. */
export const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** A fact of another service that has not arrived yet. A person would try again, and so does the story. */
const NOT_HEARD_YET = new Set([
  "FAIR_NOT_FOUND",
  "FAIR_NOT_KNOWN_YET",
  "EXHIBITOR_NOT_FOUND",
  "EXHIBITOR_NOT_VERIFIED",
  "NOT_YOUR_EXHIBITOR",
  "OWN_ORGANIZATION_NOT_VERIFIED",
  "OTHER_ORGANIZATION_NOT_FOUND",
  "NOT_A_REPRESENTATIVE",
  "NO_MEETING_PLACE",
  "MEETING_NOT_HELD",
  "NOT_YOUR_MEETING",
]);

const isPassing = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && (error.status === 503 || NOT_HEARD_YET.has(error.code)));

/**
 * Calls again while nobody answers, or while the answer is that something has not been heard of yet. Whatever else the
 * service says is thrown at once, a 500 too: no fault may turn into one.
 */
export async function insist<T>(call: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error) || performance.now() > deadline) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
