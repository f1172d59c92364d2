import { describe, expect, test } from "vitest";
import { react } from "./bus.ts";
import { inventEvents } from "./conformance/world.ts";
import { tabulate } from "./reaction-table.ts";

const { topic, counted, other } = inventEvents();
const nothing = async () => undefined;
const ofType = (type: string) => ({ topic: topic.name, headers: { ce_type: Buffer.from(type) } });

describe("tabulate", () => {
  test("finds the reactions to a type, several of one event included", () => {
    const table = tabulate([react(counted, "a", nothing), react(counted, "b", nothing), react(other, "c", nothing)]);
    expect(table.concerning(ofType(counted.type)).map(({ name }) => name)).toEqual(["a", "b"]);
    expect(table.concerning(ofType("unknown.v1"))).toEqual([]);
    expect(table.concerning({ ...ofType(counted.type), topic: "elsewhere" })).toEqual([]);
    expect(table.topics).toEqual([topic.name]);
  });

  test("a message without a type concerns every handler of the topic, once", () => {
    const table = tabulate([react(counted, "a", nothing), react(other, "a", nothing), react(other, "c", nothing)]);
    expect(table.concerning({ topic: topic.name, headers: {} }).map(({ name }) => name)).toEqual(["a", "c"]);
  });

  test("one name cannot react to one type twice", () => {
    expect(() => tabulate([react(counted, "a", nothing), react(counted, "a", nothing)])).toThrow("a is listed twice");
  });
});
