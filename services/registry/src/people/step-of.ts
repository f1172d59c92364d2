import type { Cause } from "@rialto/persistence/store.types";

/**
 * The cause of one step among several of a request. An Idempotency-Key stands for the request's main aggregate only: with
 * it, a second step on the same account would be taken for a repetition of the first.
 */
export const stepOf = ({ idempotency: _, ...cause }: Cause): Cause => cause;
