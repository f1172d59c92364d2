import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { lightFetch } from "./kafka-fetch.ts";

const require = createRequire(import.meta.url);
const FETCH = "kafkajs/src/protocol/requests/fetch/v11";
const original = {
  request: require(`${FETCH}/request`) as ReturnType<typeof lightFetch>["request"],
  response: require(`${FETCH}/response`) as ReturnType<typeof lightFetch>["response"],
};
const light = lightFetch();

const partition = (number: number, fetchOffset: string) => ({ partition: number, fetchOffset, maxBytes: 524_288 });
const limits = { replicaId: -1, maxWaitTime: 750, minBytes: 1, maxBytes: 5_242_880 };
const topics = [
  { topic: "venue.booths", partitions: [partition(0, "0"), partition(5, "9007199254740993")] },
  { topic: "石狮", partitions: [partition(1, "17")] },
  { topic: "empty", partitions: [] },
];

const bytesOf = async (encoding: Promise<{ buf: Buffer }>) => {
  const { buf, offset } = (await encoding) as { buf: Buffer; offset: number };
  return buf.subarray(0, offset).toString("hex");
};

test.each([
  { ...limits, topics },
  { ...limits, topics: [], isolationLevel: 0, rackId: "hall-1" },
])("given a fetch, when it is written, then its bytes are those of kafkajs", async (fetch) => {
  expect(await bytesOf(light.request(fetch).encode())).toBe(await bytesOf(original.request(fetch).encode()));
});

type Written = { readonly number: number; readonly error?: number; readonly replica?: number; readonly records?: string };

interface Encoder {
  readonly buffer: Buffer;
  writeInt16(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeInt64(value: number): Encoder;
  writeString(value: string): Encoder;
  writeBuffer(value: Buffer): Encoder;
}
const KafkajsEncoder = require("kafkajs/src/protocol/encoder") as new () => Encoder;

function answer(topicsOf: Readonly<Record<string, readonly Written[]>>): Buffer {
  const encoder = new KafkajsEncoder().writeInt32(3).writeInt16(0).writeInt32(0).writeInt32(Object.keys(topicsOf).length);
  for (const [topic, partitions] of Object.entries(topicsOf)) {
    encoder.writeString(topic).writeInt32(partitions.length);
    for (const { number, error = 0, replica = -1, records = "" } of partitions) {
      encoder.writeInt32(number).writeInt16(error).writeInt64(9).writeInt64(8).writeInt64(7);
      encoder.writeInt32(1).writeInt64(5).writeInt64(6).writeInt32(replica);
      const bytes = Buffer.from(records, "hex");
      encoder.writeInt32(bytes.length).writeBuffer(bytes);
    }
  }
  return encoder.buffer;
}

/** One message of the oldest format, which needs no checksum to be read: offset 42, magic 0, key "k", value "v". */
const oneMessage = "000000000000002a00000010000000000000000000016b0000000176";

test("given an answer, when it is read, then partitions with records, an error or another replica are as kafkajs reads them", async () => {
  const bytes = answer({
    a: [
      { number: 0, records: oneMessage },
      { number: 1, error: 6 },
      { number: 2, replica: 4 },
    ],
  });
  expect(await light.response.decode(bytes)).toEqual(await original.response.decode(bytes));
});

test("given partitions without news, when the answer is read, then they are not in it", async () => {
  const bytes = answer({ quiet: [{ number: 0 }, { number: 1 }], busy: [{ number: 0 }, { number: 1, records: oneMessage }] });
  const { responses } = await light.response.decode(bytes);
  expect(responses.map(({ topicName, partitions }) => [topicName, partitions.map((one) => one.partition)])).toEqual([
    ["busy", [1]],
  ]);
  expect((await original.response.decode(bytes)).responses).toHaveLength(2);
});
