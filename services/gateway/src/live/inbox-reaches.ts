import { setTimeout as sleep } from "node:timers/promises";
import { covers, type Positions } from "../store/positions.ts";

/**
 * Waits until the inbox has been written as far as a replica has passed notifications on, which is another consumer's work and
 * may be behind. Answers false when that took longer than `patienceMs`.
 */
export async function inboxReaches(
  positions: Positions,
  passed: ReadonlyMap<number, string>,
  patienceMs: number,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!covers(await positions.current(), passed)) {
    if (performance.now() > deadline) return false;
    await sleep(5);
  }
  return true;
}
