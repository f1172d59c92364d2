import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface Encoder {
  readonly buf: Buffer;
  writeInt8(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeInt64(value: string | number): Encoder;
  writeString(value: string): Encoder;
}

interface Decoder {
  offset: number;
  readInt16(): number;
  readInt32(): number;
  readInt64(): { toString(): string };
  readString(): string;
  readArray<T>(read: (decoder: Decoder) => T): T[];
}

interface FetchRequest {
  readonly replicaId: number;
  readonly maxWaitTime: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly isolationLevel?: number;
  readonly sessionId?: number;
  readonly sessionEpoch?: number;
  readonly rackId?: string;
  readonly topics: readonly {
    readonly topic: string;
    readonly partitions: readonly { readonly partition: number; readonly fetchOffset: string; readonly maxBytes: number }[];
  }[];
}

const KNOWN_VERSION = "2.2.4";
const FETCH_KEY = 1;
const READ_COMMITTED = 1;
const FETCH = "kafkajs/src/protocol/requests/fetch/v11";

const HEADER_BYTES = 64;
const TOPIC_BYTES = 8;
const PARTITION_BYTES = 28;

const sizeOf = ({ topics }: FetchRequest): number =>
  topics.reduce((sum, { topic, partitions }) => sum + TOPIC_BYTES + topic.length * 3 + partitions.length * PARTITION_BYTES, 0);

function encode(create: (size: number) => Encoder, request: FetchRequest): Encoder {
  const encoder = create(HEADER_BYTES + sizeOf(request) + (request.rackId?.length ?? 0) * 3)
    .writeInt32(request.replicaId)
    .writeInt32(request.maxWaitTime)
    .writeInt32(request.minBytes)
    .writeInt32(request.maxBytes)
    .writeInt8(request.isolationLevel ?? READ_COMMITTED)
    .writeInt32(request.sessionId ?? 0)
    .writeInt32(request.sessionEpoch ?? -1)
    .writeInt32(request.topics.length);
  for (const { topic, partitions } of request.topics) {
    encoder.writeString(topic).writeInt32(partitions.length);
    for (const { partition, fetchOffset, maxBytes } of partitions) {
      encoder.writeInt32(partition).writeInt32(-1).writeInt64(fetchOffset);
      // The start of the log, -1 as 64 bits: only followers know it.
      encoder.writeInt32(-1).writeInt32(-1).writeInt32(maxBytes);
    }
  }
  return encoder.writeInt32(0).writeString(request.rackId ?? "");
}

type ReadRecords = (decoder: Decoder) => Promise<unknown[]>;

const aborted = (decoder: Decoder) => ({
  producerId: decoder.readInt64().toString(),
  firstOffset: decoder.readInt64().toString(),
});

/** One partition of an answer, or nothing when it has nothing to say: no error, no records, nobody else to ask. */
function readPartition(decoder: Decoder, readRecords: ReadRecords) {
  const [partition, errorCode] = [decoder.readInt32(), decoder.readInt16()];
  const [high, stable, first] = [decoder.readInt64(), decoder.readInt64(), decoder.readInt64()];
  const abortedTransactions = decoder.readArray(aborted);
  const preferredReadReplica = decoder.readInt32();
  const bytes = decoder.readInt32();
  if (bytes <= 0 && errorCode === 0 && preferredReadReplica === -1) return undefined;
  decoder.offset -= 4;
  const offsets = { highWatermark: high.toString(), lastStableOffset: stable.toString(), lastStartOffset: first.toString() };
  const head = { partition, errorCode, ...offsets, abortedTransactions, preferredReadReplica };
  return readRecords(decoder).then((messages) => ({ ...head, messages }));
}

async function decode(decoder: Decoder, readRecords: ReadRecords) {
  const [clientSideThrottleTime, errorCode, sessionId] = [decoder.readInt32(), decoder.readInt16(), decoder.readInt32()];
  const responses = [];
  for (let topics = decoder.readInt32(); topics > 0; topics -= 1) {
    const topicName = decoder.readString();
    const partitions = [];
    for (let count = decoder.readInt32(); count > 0; count -= 1) {
      const partition = readPartition(decoder, readRecords);
      if (partition !== undefined) partitions.push(await partition);
    }
    if (partitions.length > 0) responses.push({ topicName, partitions });
  }
  // kafkajs reports 0 as well: the broker has not waited, the client is to.
  return { throttleTime: 0, clientSideThrottleTime, errorCode, sessionId, responses };
}

const partsOfKafkajs = () => ({
  Encoder: require("kafkajs/src/protocol/encoder") as new (size: number) => Encoder,
  Decoder: require("kafkajs/src/protocol/decoder") as new (bytes: Buffer) => Decoder,
  readRecords: require("kafkajs/src/protocol/requests/fetch/v4/decodeMessages") as ReadRecords,
  parse: (require(`${FETCH}/response`) as { parse: unknown }).parse,
});

/** Exported for the test that holds them against those of kafkajs. */
export function lightFetch() {
  const { Encoder, Decoder, readRecords, parse } = partsOfKafkajs();
  const request = (fetch: FetchRequest) => ({
    apiKey: FETCH_KEY,
    apiVersion: 11,
    apiName: "Fetch",
    encode: async () => encode((size) => new Encoder(size), fetch),
  });
  return { request, response: { decode: (bytes: Buffer) => decode(new Decoder(bytes), readRecords), parse } };
}

function replace(path: string, exports: unknown): void {
  require(path);
  const loaded = require.cache[require.resolve(path)];
  if (loaded !== undefined) loaded.exports = exports;
}

/**
 * kafkajs 2.2.4 asks for every partition anew in every fetch, takes 512 zeroed bytes for each while it writes the request,
 * and makes a batch of each in the answer, although almost all are empty: with 90 partitions that costs more than
 * the event that was fetched. Here a request is written into one buffer, and partitions without news are left out
 * of the answer, as a broker's own incremental fetch does. Answers whether the overrides are in place; another
 * version of kafkajs is left alone.
 */
export function lightenFetches(): boolean {
  const { version } = require("kafkajs/package.json") as { version: string };
  if (version !== KNOWN_VERSION) return false;
  const { request, response } = lightFetch();
  replace(`${FETCH}/request`, request);
  replace(`${FETCH}/response`, response);
  return true;
}
