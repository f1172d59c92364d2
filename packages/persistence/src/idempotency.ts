import type { Snapshot } from "./documents.types.ts";
import { IdempotencyKeyReused } from "./errors.ts";
import type { Cause, HandledCommand, Written } from "./store.types.ts";

/** Keys belong to the account that sent them: nobody can fetch another's result by guessing a key. */
export const handledKeyOf = ({ idempotency, actorId }: Cause): string | undefined =>
  idempotency === undefined ? undefined : `${actorId ?? ""}/${idempotency.key}`;

/** The first result of a command that was handled before; throws `IdempotencyKeyReused` when the key carried another one. */
export function firstResult<State>(id: string, seen: Snapshot<State>, cause: Cause): Written<State> | undefined {
  const { handled } = seen;
  if (handled === undefined) return undefined;
  if (handled.fingerprint !== cause.idempotency?.fingerprint) throw new IdempotencyKeyReused(id);
  return { id, version: handled.version, state: handled.state, events: [], repeated: true };
}

/** What the document remembers of this command; nothing when it came without a key. */
export function handledBy<State>(cause: Cause, version: number, state: State): HandledCommand<State> | undefined {
  const key = handledKeyOf(cause);
  if (key === undefined || cause.idempotency === undefined) return undefined;
  return { key, fingerprint: cause.idempotency.fingerprint, version, state };
}
