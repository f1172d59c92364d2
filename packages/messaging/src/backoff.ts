const FIRST_MS = 50;
const CAP_MS = 5_000;

/**
 * How long to wait after the given failed attempt (1, 2, ...): doubling from 50 ms to 5 s, of which the second half is
 * random, so that many consumers do not come back in one pulse.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const whole = Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));
  return Math.round(whole / 2 + (random() * whole) / 2);
}
