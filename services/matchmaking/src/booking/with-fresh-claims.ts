import { refuseInGeneral } from "@rialto/contracts/kernel/general-refusals";
import { UniqueConflict } from "@rialto/persistence/errors";
import type { TakenClaims } from "../domain/claims.ts";

/** Each try loses against a different rival; so many in a row mean a crowd, not bad luck. */
const mostTries = 10;

/**
 * Books by what is free now. When the index refuses, somebody was faster between the reading and the write: read again and
 * decide again, which takes the next seat or number, or says what is taken. Refuses CONFLICT when the crowd does not end.
 */
export async function withFreshClaims<Result>(
  read: () => Promise<TakenClaims>,
  book: (taken: TakenClaims) => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await book(await read());
    } catch (error) {
      if (!(error instanceof UniqueConflict)) throw error;
    }
  }
  throw refuseInGeneral("CONFLICT");
}
