/** Milliseconds to wait before attempt n (1, 2, ...): doubling up to a ceiling, and random so that clients do not come back together. */
export function backOffMs(attempt: number, { baseMs = 500, ceilingMs = 30_000, random = Math.random } = {}): number {
  const most = Math.min(ceilingMs, baseMs * 2 ** Math.min(attempt - 1, 20));
  return Math.round(most / 2 + (most / 2) * random());
}

/** Resolves after the time, or rejects with the signal's reason. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
