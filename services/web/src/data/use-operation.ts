import type { AnyCallInput, CallInput } from "@rialto/client/call-input";
import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Entity } from "../live/entities.ts";
import { session } from "../session/session.ts";

export interface Reading {
  /** A change of one of these makes the answer old. */
  readonly follows?: readonly Entity[];
  /** Readable without a network, after a reload too. */
  readonly keep?: boolean;
  readonly enabled?: boolean;
  /** While other parameters are fetched, the last answer stays on the screen. */
  readonly smooth?: boolean;
  /** For what no live message tells of: asked again after so many milliseconds. */
  readonly everyMs?: number;
}

type AnyCall = (operation: Operation, input: AnyCallInput) => Promise<unknown>;

/** Calls an operation whose input was checked where it was written; its own generic rest arguments cannot be passed on. */
export const callAny = session.client.call as AnyCall;

/** The answer of a reading operation, kept, shared, and fetched again when what it follows has changed. */
export function useOperation<O extends Operation>(
  operation: O,
  input: Omit<CallInput<O>, "signal" | "idempotencyKey" | "correlationId">,
  { follows = [], keep = false, enabled = true, smooth = false, everyMs }: Reading = {},
): UseQueryResult<ResultOf<O>> {
  return useQuery({
    queryKey: [operation.id, input],
    queryFn: async ({ signal }) => (await callAny(operation, { ...(input as AnyCallInput), signal })) as ResultOf<O>,
    meta: { follows, keep },
    gcTime: keep ? Number.POSITIVE_INFINITY : 300_000,
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(smooth ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<ResultOf<O>>;
}
