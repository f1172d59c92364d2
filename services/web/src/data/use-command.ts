import type { AnyCallInput, CallInput } from "@rialto/client/call-input";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Operation, ResultOf } from "@rialto/contracts/kernel/operation";
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import type { Entity } from "../live/entities.ts";
import { follower } from "../live/follower.ts";
import { callAny } from "./use-operation.ts";
import { useSayProblem } from "./use-say-problem.tsx";

type Input<O extends Operation> = Omit<CallInput<O>, "signal" | "idempotencyKey" | "correlationId">;

export interface Commanding<O extends Operation> {
  /** What it may have changed: open screens fetch that again at once, without waiting for the live message. */
  readonly touches: readonly Entity[];
  readonly onDone?: (result: ResultOf<O>, input: Input<O>) => void;
  /** Returns true when it has shown the problem itself. */
  readonly onProblem?: (error: Error, input: Input<O>) => boolean | undefined;
}

/** A changing operation. Sent with a key of its own, so that a repeat after a lost answer changes nothing twice. */
export function useCommand<O extends Operation>(
  operation: O,
  { touches, onDone, onProblem }: Commanding<O>,
): UseMutationResult<ResultOf<O>, Error, Input<O>> {
  const say = useSayProblem();
  return useMutation({
    mutationFn: async (input: Input<O>) =>
      (await callAny(operation, { ...(input as AnyCallInput), idempotencyKey: newId() })) as ResultOf<O>,
    onSuccess: (result, input) => onDone?.(result, input),
    onError: (error, input) => {
      if (onProblem?.(error, input) !== true) say(error);
    },
    onSettled: () => follower.changed(...touches),
  });
}
