/** Attempts that have not ended in success, counted per account and per address. */
export interface Attempts {
  readonly count: number;
  readonly lastAt: string;
}

export interface SignInLimit {
  /** So many in a row cost nothing. */
  readonly free: number;
  readonly longestWaitSeconds: number;
}

/** A person mistypes a few times; the wait stays short, because a stranger who guesses also keeps the owner waiting. */
export const accountLimit: SignInLimit = { free: 5, longestWaitSeconds: 60 };
/** A whole hall shares one address behind its Wi-Fi, so an address may fail far more often. */
export const addressLimit: SignInLimit = { free: 100, longestWaitSeconds: 900 };

/** After this long without an attempt the count starts again. */
export const FORGOTTEN_AFTER_SECONDS = 900;

export const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;

export const isForgotten = (attempts: Attempts, now: string): boolean =>
  secondsBetween(attempts.lastAt, now) >= FORGOTTEN_AFTER_SECONDS;

/** Seconds that the next attempt has to wait; 0: go ahead. After the free ones the wait doubles with each: 1, 2, 4, ... */
export function waitSeconds(attempts: Attempts | undefined, limit: SignInLimit, now: string): number {
  if (attempts === undefined || attempts.count < limit.free || isForgotten(attempts, now)) return 0;
  const wait = Math.min(limit.longestWaitSeconds, 2 ** (attempts.count - limit.free));
  return Math.max(0, Math.ceil(wait - secondsBetween(attempts.lastAt, now)));
}
