import { derivedId, newId } from "@rialto/contracts/kernel/ids";
import type { Cause } from "./store.types.ts";

/**
 * The id of an aggregate that a command creates. With an Idempotency-Key it follows from who asks, the key and `parts`
 * (name at least the operation), so that a repeated command meets its own document; without one it is new.
 */
export const idFor = (cause: Cause, ...parts: readonly string[]): string =>
  cause.idempotency === undefined
    ? newId()
    : derivedId("idempotent-create", cause.actorId ?? "", cause.idempotency.key, ...parts);
