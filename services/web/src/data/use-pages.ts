import type { AnyCallInput, CallInput } from "@rialto/client/call-input";
import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Entity } from "../live/entities.ts";
import { callAny } from "./use-operation.ts";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

type ItemOf<O extends Operation> = ResultOf<O> extends PageOf<infer Item> ? Item : never;

interface PagesOptions {
  /** Lines of one page. */
  readonly size: number;
  /** A change of one of these makes the answer old. */
  readonly follows?: readonly Entity[];
}

/** A list without an end, page by page as the service gives it. While other words are searched, the last answer stays. */
export function usePages<O extends Operation>(
  operation: O,
  input: Omit<CallInput<O>, "signal" | "idempotencyKey" | "correlationId">,
  { size, follows = [] }: PagesOptions,
) {
  const { query = {}, ...rest } = input as AnyCallInput;
  const pages = useInfiniteQuery({
    queryKey: [operation.id, "pages", size, input],
    queryFn: async ({ signal, pageParam }) =>
      (await callAny(operation, {
        ...rest,
        query: { ...query, limit: size, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      })) as PageOf<ItemOf<O>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    meta: { follows },
  });
  // A page that has not changed stays the same object, so that its lines are not drawn again for those of the next one.
  return { ...pages, pages: pages.data?.pages, data: pages.data?.pages.flatMap(({ items }) => items) };
}
