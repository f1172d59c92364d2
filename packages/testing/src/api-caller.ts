import assert from "node:assert/strict";
import type { BodyInput, Operation, ParamsInput, QueryInput, ResultOf } from "@rialto/contracts/kernel/operation";

export interface ApiCall<O extends Operation> {
  readonly params?: ParamsInput<O>;
  readonly query?: QueryInput<O>;
  readonly body?: BodyInput<O>;
  readonly token?: string | undefined;
  readonly idempotencyKey?: string;
  /** The caller's address as the gateway would say it. */
  readonly address?: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly [detail: string]: unknown;
}

/** Calls operations over HTTP as somebody who knows nothing but the contracts. */
export interface ApiCaller {
  /** The answer of a call that must succeed; otherwise the test fails with the problem. */
  ok<O extends Operation>(operation: O, call?: ApiCall<O>): Promise<ResultOf<O>>;
  /** The problem of a call that must be refused. */
  refused<O extends Operation>(operation: O, call?: ApiCall<O>): Promise<Problem>;
}

const headersOf = ({ body, token, idempotencyKey, address }: ApiCall<Operation>): Record<string, string> => ({
  ...(body === undefined ? {} : { "content-type": "application/json" }),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
  ...(address === undefined ? {} : { "x-forwarded-for": address }),
});

function addressOf({ context, path }: Operation, { params = {}, query = {} }: ApiCall<Operation>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)]));
  return `/api/${context}${filled}${search.size === 0 ? "" : `?${search}`}`;
}

export function createApiCaller(url: string): ApiCaller {
  const send = async (operation: Operation, call: ApiCall<Operation>) => {
    const { method } = operation;
    const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
    const response = await fetch(url + addressOf(operation, call), {
      method: method.toUpperCase(),
      headers: headersOf(call),
      ...body,
    });
    const text = await response.text();
    return { status: response.status, answer: text === "" ? undefined : JSON.parse(text) };
  };
  return {
    async ok(operation, call = {}) {
      const { status, answer } = await send(operation, call as ApiCall<Operation>);
      assert.equal(status, operation.status, `${operation.id}: ${JSON.stringify(answer)}`);
      return answer;
    },
    async refused(operation, call = {}) {
      const { status, answer } = await send(operation, call as ApiCall<Operation>);
      assert.ok(status >= 400, `${operation.id} was not refused: ${status} ${JSON.stringify(answer)}`);
      return answer;
    },
  };
}
