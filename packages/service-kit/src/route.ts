import type { BodyOf, Operation, ParamsOf, PrincipalOf, QueryOf, ResultInput } from "@rialto/contracts/kernel/operation";
import type { Cause } from "@rialto/persistence/store.types";

/** The little that a handler may need of HTTP itself. */
export interface HttpExchange {
  /** The caller's address as the gateway saw it. */
  readonly address: string;
  readonly requestId: string;
  header(name: string): string | undefined;
  setHeader(name: string, value: string): void;
}

/** One call of an operation, judged and parsed. */
export interface Call<O extends Operation = Operation> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  /** Who calls; `undefined` only where the operation is public. */
  readonly principal: PrincipalOf<O>;
  /** Why the store is about to write: ids, trace and Idempotency-Key of this request. */
  readonly cause: Cause;
  /** ISO 8601, UTC, from the injected clock. */
  readonly now: string;
  readonly http: HttpExchange;
}

export interface RouteOptions {
  /** Of the unpacked body; 64 kB unless said. */
  readonly bodyLimitBytes?: number;
}

/** What a handler returns: the operation's result, or nothing where the operation has none. */
// biome-ignore lint/suspicious/noConfusingVoidType: an async function that returns nothing is `Promise<void>`
type Answer<O extends Operation> = [ResultInput<O>] extends [undefined] ? void | undefined : ResultInput<O>;

/** An operation and what answers it. */
export interface Route {
  readonly operation: Operation;
  /** Takes a `Call` of this very operation. */
  readonly handle: (call: never) => Promise<unknown>;
  readonly options: RouteOptions;
}

/**
 * `route(holdBooth, async ({ params, principal, cause, now }) => ...)`: parse, judge and present happen around the handler;
 * it commands, and returns what the operation declares as its result (nothing for 204). It says no by throwing a `Refusal`.
 */
export const route = <O extends Operation>(
  operation: O,
  handler: (call: Call<O>) => Promise<Answer<O>> | Answer<O>,
  options: RouteOptions = {},
): Route => ({
  operation,
  handle: async (call: Call<O>) => handler(call),
  options,
});
