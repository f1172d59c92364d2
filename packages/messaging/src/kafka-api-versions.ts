import { connect, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";

/** What kafkajs 2.2.4 sends: request name -> [API key, lowest and highest version it implements]. */
const needed = {
  Produce: [0, 0, 7],
  Fetch: [1, 0, 11],
  ListOffsets: [2, 0, 3],
  Metadata: [3, 0, 6],
  OffsetCommit: [8, 0, 5],
  OffsetFetch: [9, 1, 4],
  FindCoordinator: [10, 0, 2],
  JoinGroup: [11, 0, 5],
  Heartbeat: [12, 0, 3],
  LeaveGroup: [13, 0, 3],
  SyncGroup: [14, 0, 3],
  ApiVersions: [18, 0, 2],
  CreateTopics: [19, 0, 3],
  DescribeConfigs: [32, 0, 2],
} as const satisfies Record<string, readonly [key: number, min: number, max: number]>;

export type VersionRanges = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

/**
 * kafkajs looks at a broker's highest version only, so a broker that has dropped the old versions would fail later and
 * obscurely. Answers with the requests that client and broker do not share.
 */
export function unsupportedRequests(offered: VersionRanges): string[] {
  return Object.entries(needed)
    .filter(([, [key, min, max]]) => {
      const range = offered.get(key);
      return range === undefined || range.min > max || range.max < min;
    })
    .map(([name]) => name);
}

const API_VERSIONS = 18;

/** ApiVersions request, version 0, which every broker answers, before authentication too. */
function encodeRequest(): Buffer {
  const request = Buffer.alloc(14);
  request.writeInt32BE(10, 0);
  request.writeInt16BE(API_VERSIONS, 4);
  request.writeInt16BE(0, 6);
  request.writeInt32BE(1, 8);
  request.writeInt16BE(-1, 12);
  return request;
}

/** https://kafka.apache.org/protocol#The_Messages_ApiVersions, version 0, after the length. */
export function decodeResponse(body: Buffer): VersionRanges {
  const error = body.readInt16BE(4);
  if (error !== 0) throw new Error(`ApiVersions was answered with error ${error}`);
  const entries = Array.from({ length: body.readInt32BE(6) }, (_, index) => {
    const at = 10 + index * 6;
    return [body.readInt16BE(at), { min: body.readInt16BE(at + 2), max: body.readInt16BE(at + 4) }] as const;
  });
  return new Map(entries);
}

/** Asks one broker (`host:port`) what it speaks. Rejects when it does not answer in time. */
export async function askApiVersions(
  broker: string,
  timeoutMs: number,
  ssl?: ConnectionOptions | boolean,
): Promise<VersionRanges> {
  const socket = open(broker, ssl);
  try {
    return decodeResponse(await exchange(socket, encodeRequest(), timeoutMs));
  } finally {
    socket.destroy();
  }
}

function open(broker: string, ssl?: ConnectionOptions | boolean): Socket {
  const { hostname, port } = new URL(`kafka://${broker}`);
  const address = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 9092) };
  if (!ssl) return connect(address);
  return connectTls({ servername: address.host, ...(ssl === true ? {} : ssl), ...address });
}

function exchange(socket: Socket, request: Buffer, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => reject(new Error(`no answer within ${timeoutMs} ms`)));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("the connection was closed")));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const complete = received.length >= 4 && received.length >= 4 + received.readInt32BE(0);
      if (complete) resolve(received.subarray(4, 4 + received.readInt32BE(0)));
    });
    socket.write(request);
  });
}
