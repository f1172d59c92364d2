import { expect, test } from "vitest";
import { z } from "zod";
import { defineEvent, defineTopic, type EventDefinition } from "../../kernel/event.ts";
import { asyncApiOfKafka } from "../asyncapi-kafka.ts";
import { asyncApiOfSockets } from "../asyncapi-sockets.ts";
import { isObject, type JsonObject } from "../json.ts";
import { compareSpecs } from "./compare-specs.ts";

const data = { thingId: z.uuid(), ownerId: z.uuid(), kind: z.enum(["a", "b"]), note: z.string().optional() };
const topic = defineTopic("toys.things");

const made = (changes: { data?: z.ZodObject; key?: string; topic?: typeof topic; version?: number } = {}): EventDefinition => ({
  ...defineEvent({
    type: "toys.thing-made",
    version: changes.version ?? 1,
    topic: changes.topic ?? topic,
    key: "thingId",
    description: "A thing was made",
    data: changes.data ?? z.object(data),
    example: { thingId: "6f6d3c1e-6f0a-4d6e-9c5b-1b7c0f5a2d11" } as never,
  }),
  ...(changes.key === undefined ? {} : { key: changes.key }),
});

const specOf = (...events: EventDefinition[]) => asyncApiOfKafka(events, { version: "0.1.0" });
const released = specOf(made());
const broken = (...events: EventDefinition[]) => compareSpecs(released, specOf(...events));
const { note: _, ...noteless } = data;

test.each<[string, EventDefinition[]]>([
  ["nothing", [made()]],
  ["a field of an event", [made({ data: z.object({ ...data, more: z.string() }) })]],
  ["a value in an event", [made({ data: z.object({ ...data, kind: z.enum(["a", "b", "c"]) }) })]],
  ["a new version beside the old one", [made(), made({ version: 2, data: z.object({ thingId: z.uuid() }) })]],
])("an addition passes: %s", (_what, events) => {
  expect(broken(...events)).toEqual([]);
});

test.each<[string, EventDefinition[], string]>([
  ["an event is gone", [made({ version: 2 })], "toys.thing-made.v1 is gone"],
  ["a field of an event is gone", [made({ data: z.object(noteless) })], "toys.thing-made.v1.note is gone"],
  [
    "a field is not always there any more",
    [made({ data: z.object({ ...data, ownerId: z.uuid().optional() }) })],
    "toys.thing-made.v1.ownerId is not always there any more",
  ],
  [
    "a value is gone",
    [made({ data: z.object({ ...data, kind: z.enum(["a"]) }) })],
    'toys.thing-made.v1.kind: the value "b" is gone',
  ],
  [
    "a type changed",
    [made({ data: z.object({ ...data, note: z.number().optional() }) })],
    "toys.thing-made.v1.note: type was string, is number",
  ],
  ["another key", [made({ key: "ownerId" })], "toys.thing-made.v1: key was thingId, is ownerId"],
  ["another topic", [made({ topic: defineTopic("toys.stuff") })], "channel toys.things is gone"],
  [
    "another number of partitions",
    [made({ topic: defineTopic("toys.things", { partitions: 12 }) })],
    "channel toys.things: its bindings have changed",
  ],
])("a removal or another meaning fails: %s", (_what, events, finding) => {
  expect(broken(...events)).toContain(finding);
});

/** A copy of a document with one schema member removed, wherever it is. */
const without = (spec: JsonObject, message: string, field: string): JsonObject => {
  const copy = structuredClone(spec);
  const payload = [copy.components, "messages", message, "payload"].reduce<unknown>(
    (inner, step) => (typeof step === "string" && isObject(inner) ? inner[step] : step),
    undefined,
  );
  const schema = isObject(payload) && typeof payload.$ref === "string" ? at(copy, payload.$ref) : payload;
  if (isObject(schema) && isObject(schema.properties)) delete schema.properties[field];
  return copy;
};

const at = (spec: JsonObject, reference: string): unknown =>
  reference
    .slice(2)
    .split("/")
    .reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), spec);

test("sockets: what clients receive and what they may send are kept", () => {
  const live = asyncApiOfSockets({ version: "0.1.0" });
  expect(compareSpecs(live, live)).toEqual([]);
  expect(compareSpecs(live, without(live, "welcome", "unread"))).toEqual(["welcome.unread is gone"]);
  expect(compareSpecs(live, without(live, "acknowledge", "cursor"))).toEqual(["acknowledge.cursor is gone"]);
});
