import { expect, test } from "vitest";
import { decodeResponse, unsupportedRequests } from "./kafka-api-versions.ts";

/** What Kafka 4.1 offers for the requests that matter here. */
const kafka41 = new Map(
  Object.entries({ 0: [3, 13], 1: [4, 18], 2: [1, 10], 3: [0, 13], 8: [2, 10], 9: [1, 10], 10: [0, 6], 11: [0, 9] })
    .concat(Object.entries({ 12: [0, 4], 13: [0, 5], 14: [0, 5], 18: [0, 4], 19: [2, 7], 32: [1, 4] }))
    .map(([key, [min, max]]) => [Number(key), { min: min as number, max: max as number }] as const),
);

test("Kafka 4.1 speaks all of it", () => {
  expect(unsupportedRequests(kafka41)).toEqual([]);
});

test("a broker that has raised a minimum above what kafkajs speaks is found out", () => {
  expect(unsupportedRequests(new Map(kafka41).set(1, { min: 12, max: 20 }).set(0, { min: 8, max: 14 }))).toEqual([
    "Produce",
    "Fetch",
  ]);
});

test("a broker without a request is found out", () => {
  const without = new Map(kafka41);
  without.delete(11);
  expect(unsupportedRequests(without)).toEqual(["JoinGroup"]);
});

test("reads an ApiVersions response, version 0", () => {
  const body = Buffer.from("00000001" + "0000" + "00000002" + "00000003000d" + "000100040012", "hex");
  expect([...decodeResponse(body)]).toEqual([
    [0, { min: 3, max: 13 }],
    [1, { min: 4, max: 18 }],
  ]);
  expect(() => decodeResponse(Buffer.from("00000001" + "0023" + "00000000", "hex"))).toThrow("error 35");
});
