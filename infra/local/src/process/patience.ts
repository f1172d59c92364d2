export const patience = { deaths: 5, windowMs: 60_000, firstDelayMs: 250, longestDelayMs: 5_000 };

export type AfterDeath = { kind: "restart"; delayMs: number } | { kind: "giveUp"; deaths: number };

/**
 * What follows when a process has died: a restart after a delay that doubles with every death in the window,
 * or giving up at the limit. Times in milliseconds; `deaths` includes the one at `now`.
 */
export function afterDeath(deaths: readonly number[], now: number, limit = patience): AfterDeath {
  const recent = deaths.filter((at) => now - at < limit.windowMs).length;
  if (recent >= limit.deaths) return { kind: "giveUp", deaths: recent };
  return { kind: "restart", delayMs: Math.min(limit.longestDelayMs, limit.firstDelayMs * 2 ** Math.max(0, recent - 1)) };
}
