import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import type { Operation } from "@rialto/contracts/kernel/operation";
import { publicPath } from "@rialto/contracts/kernel/public-path";

/** A request as bytes on the wire: nothing is checked, escaped or put in order on the way. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body where it is JSON. */
  readonly json: Record<string, unknown> | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

const parsed = (text: string): Record<string, unknown> | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Rejects when the connection ends without an answer. */
export function send(url: string, { method, path, headers = {}, body }: RawRequest, from?: string): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const own = from === undefined ? { agent } : { agent: false as const, localAddress: from };
    const outgoing = request({ hostname, port, method, path, headers, ...own }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, json: parsed(text) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export interface OperationInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

export const pathOf = (operation: Operation, { params = {}, query = {} }: OperationInput): string => {
  const path = publicPath(operation).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]));
  return search.size === 0 ? path : `${path}?${search}`;
};

/** The request that an operation's input makes. */
export function requestOf(operation: Operation, input: OperationInput, token?: string): RawRequest {
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  return {
    method: operation.method.toUpperCase(),
    path: pathOf(operation, input),
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** Does the work for all items, some at a time; results in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>, limit = 16): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
