import type { Operation } from "@rialto/contracts/kernel/operation";
import { addressOf } from "./build-request.ts";
import type { AnyCallInput } from "./call-input.ts";
import { problemFrom, UnreachableError } from "./problem-error.ts";

export interface ExchangeOptions {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly language?: string | undefined;
  readonly token?: string | undefined;
}

function headersFor(input: AnyCallInput, { token, language }: ExchangeOptions): Headers {
  const headers = new Headers({ accept: "application/json, application/problem+json" });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (language !== undefined) headers.set("accept-language", language);
  if (input.body !== undefined) headers.set("content-type", "application/json");
  if (input.idempotencyKey !== undefined) headers.set("idempotency-key", input.idempotencyKey);
  if (input.correlationId !== undefined) headers.set("x-correlation-id", input.correlationId);
  return headers;
}

function requestFor(operation: Operation, input: AnyCallInput, options: ExchangeOptions): RequestInit {
  const late = AbortSignal.timeout(options.timeoutMs);
  return {
    method: operation.method.toUpperCase(),
    headers: headersFor(input, options),
    signal: input.signal === undefined ? late : AbortSignal.any([input.signal, late]),
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  };
}

const jsonOrNothing = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
};

/** One request and its answer. Rejects with `ProblemError`, `UnreachableError` or the caller's own abort. */
export async function exchange(operation: Operation, input: AnyCallInput, options: ExchangeOptions): Promise<unknown> {
  const address = options.baseUrl + addressOf(operation, input.params, input.query);
  const request = requestFor(operation, input, options);
  try {
    const response = await options.fetch(address, request);
    if (response.ok) return await jsonOrNothing(response);
    throw await problemFrom(operation.id, response);
  } catch (error) {
    input.signal?.throwIfAborted();
    const known = error instanceof Error && (error.name === "ProblemError" || error instanceof UnreachableError);
    throw known ? error : new UnreachableError(operation.id, { cause: error });
  }
}
