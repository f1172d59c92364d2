/** Milliseconds to wait before the nth retry (1, 2, ...): full jitter below a doubling ceiling, so that contenders spread out. */
export const jittered = (retry: number, firstMs: number, longestMs: number, random: () => number = Math.random): number =>
  random() * Math.min(longestMs, firstMs * 2 ** (retry - 1));

export type Sleep = (ms: number) => Promise<void>;

export const sleep: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
