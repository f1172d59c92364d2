import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";

const FRESH_FOR_MS = 10 * 60_000;
const COOLDOWN_MS = 10_000;
const TIMEOUT_MS = 3_000;

/**
 * The registry's keys, fetched at first need, kept, and fetched again for a key id nobody has seen (at most every 10 s).
 * After 10 minutes they are renewed in the background: while the registry is down, the keys known so far stay good.
 */
export function publishedKeys(url: URL, now: () => number = () => performance.now()): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: COOLDOWN_MS,
    timeoutDuration: TIMEOUT_MS,
  });
  let renewedAt = now();
  const renewInBackground = () => {
    if (now() - renewedAt < FRESH_FOR_MS) return;
    renewedAt = now();
    // The next use tries again after the same time; a key that is really needed is fetched at once.
    remote.reload().catch(() => {});
  };
  return (header, token) => {
    renewInBackground();
    return remote(header, token);
  };
}
