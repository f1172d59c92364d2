import { createHash } from "node:crypto";
import { refuseInRegistry } from "@rialto/contracts/registry/refusals";
import { accountLimit, addressLimit, isForgotten, type SignInLimit, waitSeconds } from "../domain/sign-in-limit.ts";
import type { SignInAttempts } from "../store/sign-in-attempts.ts";

/** An attempt that was let through. Until it is told of a success it counts as a failure, whatever happens to it. */
export interface LetThrough {
  succeeded(): Promise<void>;
}

export interface SignInGuard {
  /** Throws `TOO_MANY_SIGN_INS` with `retryAfterSeconds`. */
  letThrough(attempt: { emailKey: string; address: string; now: string }): Promise<LetThrough>;
}

const keysOf = (emailKey: string, address: string): readonly (readonly [string, SignInLimit])[] => [
  // Hashed, since people also type passwords into the wrong field.
  [`account:${createHash("sha256").update(emailKey).digest("base64url")}`, accountLimit],
  [`address:${address}`, addressLimit],
];

export const createSignInGuard = (attempts: SignInAttempts): SignInGuard => ({
  async letThrough({ emailKey, address, now }) {
    const keys = keysOf(emailKey, address);
    const counted = await Promise.all(keys.map(async ([key, limit]) => ({ key, limit, before: await attempts.count(key, now) })));
    const wait = Math.max(...counted.map(({ before, limit }) => waitSeconds(before, limit, now)));
    if (wait > 0) {
      await Promise.all(keys.map(([key]) => attempts.takeBack(key)));
      throw refuseInRegistry("TOO_MANY_SIGN_INS", { retryAfterSeconds: wait });
    }
    const startsAgain = (before: (typeof counted)[number]["before"]) =>
      before !== undefined && isForgotten(before, now) ? 1 : undefined;
    await Promise.all(counted.map(({ key, before }) => attempts.note(key, now, startsAgain(before))));
    return {
      async succeeded() {
        const [[accountKey], [addressKey]] = keys as [(typeof keys)[0], (typeof keys)[0]];
        await Promise.all([attempts.forget(accountKey), attempts.takeBack(addressKey)]);
      },
    };
  },
});
