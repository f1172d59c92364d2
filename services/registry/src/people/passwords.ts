import { hash, type Options, verify } from "@node-rs/argon2";
import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import pLimit from "p-limit";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const argon2id: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Beyond this many waiting the answer is "busy": a queue of minutes helps nobody. */
const MOST_WAITING = 200;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for an account without a password as for one with it, so that time does not tell them apart. */
  prove(password: string, passwordHash: string | undefined): Promise<boolean>;
}

/** The same characters however a keyboard composes them (RFC 8265). */
const typed = (password: string): string => password.normalize("NFC");

/** Hashes off the event loop, on libuv's threads, and only so many at once: each takes 19 MiB. */
export function createPasswords(atOnce: number): Passwords {
  const limit = pLimit(atOnce);
  const queued = <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (limit.pendingCount >= MOST_WAITING) throw refuseInGeneral("SERVICE_BUSY");
    return limit(work);
  };
  const nobody = hash("a password that nobody has", argon2id);
  return {
    hash: async (password) => queued(() => hash(typed(password), argon2id)),
    prove: async (password, passwordHash) => {
      const right = await queued(async () => verify(passwordHash ?? (await nobody), typed(password)));
      return right && passwordHash !== undefined;
    },
  };
}
