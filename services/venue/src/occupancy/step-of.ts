import type { Cause } from "@rialto/persistence/store.types";

/** The cause of a step that follows from a command: an Idempotency-Key stands for the command's own aggregate only. */
export const stepOf = ({ idempotency: _, ...cause }: Cause): Cause => cause;
