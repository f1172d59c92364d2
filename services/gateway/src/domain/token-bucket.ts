/** Admits `perSecond` on average and up to `burst` at once; times in milliseconds (Turner 1986, leaky bucket as a meter). */
export function tokenBucket(perSecond: number, burst: number) {
  let tokens = burst;
  let refilledAt: number | undefined;
  return {
    take(nowMs: number): boolean {
      tokens = Math.min(burst, tokens + ((nowMs - (refilledAt ?? nowMs)) / 1_000) * perSecond);
      refilledAt = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
