import type { BodyInput, Operation, ParamsInput, QueryInput } from "@rialto/contracts/kernel/operation";

/** A member that may be left out when nothing in it is required. */
type Part<Name extends string, Value> = undefined extends Value
  ? { readonly [K in Name]?: Value }
  : Record<never, never> extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

/** What a call of an operation needs, and what it may have. */
export type CallInput<O extends Operation> = Part<"params", ParamsInput<O>> &
  Part<"query", QueryInput<O>> &
  Part<"body", BodyInput<O>> & {
    /** The same key answers with the first result, however often the call is sent; 1 to 200 visible ASCII characters. */
    readonly idempotencyKey?: string;
    /** Groups what follows from this call in logs and events; a UUID. */
    readonly correlationId?: string;
    readonly signal?: AbortSignal;
  };

/** The second argument of `call`: it may be left out when nothing in it is required. */
export type CallArguments<O extends Operation> =
  Record<never, never> extends CallInput<O> ? [input?: CallInput<O>] : [input: CallInput<O>];

/** `CallInput` of any operation. */
export interface AnyCallInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly correlationId?: string;
  readonly signal?: AbortSignal;
}
