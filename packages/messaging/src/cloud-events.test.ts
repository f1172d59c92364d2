import { events } from "@rialto/contracts/event-catalog";
import { defineEvent, defineTopic, type Envelope } from "@rialto/contracts/kernel/event";
import { LocalizedName } from "@rialto/contracts/kernel/values";
import { HTTP, CloudEvent as OracleEvent, Kafka as OracleKafka } from "cloudevents";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeEvent, encodeEvent, typeOf, UnreadableMessage } from "./cloud-events.ts";

const booked = defineEvent({
  type: "spec.booked",
  version: 1,
  topic: defineTopic("spec"),
  key: "id",
  description: "For these tests",
  data: z.object({ id: z.string(), name: LocalizedName, note: z.string().optional() }),
  example: { id: "石狮-1", name: { zh: "名" } },
});

const envelope = {
  id: "0198b6f0-0000-7000-8000-000000000001",
  type: booked.type,
  source: "/rialto/spec",
  subject: "石狮-1",
  time: "2026-09-01T10:05:00.000Z",
  seq: 7,
  correlationId: "c-1",
  causationId: "e-0",
  actorId: "a-1",
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  data: { id: "石狮-1", name: { zh: "名" } },
} as const;

const texts = (headers: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString("utf8")]));

const withHeader = (name: string, value: string | Uint8Array | undefined) => {
  const encoded = encodeEvent(envelope);
  const headers: Record<string, Uint8Array> = { ...encoded.headers };
  if (value === undefined) delete headers[name];
  else headers[name] = Buffer.from(value);
  return { ...encoded, headers };
};

const withValue = (value: string | Uint8Array | null) => ({
  ...encodeEvent(envelope),
  value: value === null ? null : Buffer.from(value),
});

describe("encodeEvent: CloudEvents 1.0.2, Kafka binding, binary content mode", () => {
  test("attributes are headers with the prefix ce_, the content type is not, and the value is the data", () => {
    const { key, value, headers } = encodeEvent(envelope);
    expect(key.toString()).toBe("石狮-1");
    expect(JSON.parse(value.toString())).toEqual(envelope.data);
    expect(texts(headers)).toEqual({
      "content-type": "application/json",
      ce_specversion: "1.0",
      ce_id: envelope.id,
      ce_type: "spec.booked.v1",
      ce_source: "/rialto/spec",
      ce_subject: "石狮-1",
      ce_time: "2026-09-01T10:05:00.000Z",
      ce_partitionkey: "石狮-1",
      ce_sequence: "7",
      ce_correlationid: "c-1",
      ce_causationid: "e-0",
      ce_actorid: "a-1",
      traceparent: envelope.traceparent,
    });
  });

  test("attribute names are lower-case letters and digits, as the specification demands", () => {
    const names = Object.keys(encodeEvent(envelope).headers).filter((name) => name.startsWith("ce_"));
    expect(names.filter((name) => !/^ce_[a-z0-9]{1,20}$/.test(name))).toEqual([]);
  });

  test("what is absent has no header", () => {
    const { causationId: _c, actorId: _a, traceparent: _t, ...bare } = envelope;
    expect(Object.keys(encodeEvent(bare).headers).filter((name) => /causation|actor|trace/.test(name))).toEqual([]);
  });

  test("the cloudevents package reads from our headers what we wrote", () => {
    const { value, headers } = encodeEvent(envelope);
    const viaHttp = Object.fromEntries(Object.entries(texts(headers)).map(([name, text]) => [name.replace(/^ce_/, "ce-"), text]));
    const read = HTTP.toEvent({ headers: viaHttp, body: value.toString() }) as OracleEvent<unknown>;
    expect(read).toMatchObject({ id: envelope.id, type: envelope.type, source: envelope.source, specversion: "1.0" });
    expect(read).toMatchObject({ subject: envelope.subject, time: envelope.time, sequence: "7", correlationid: "c-1" });
    expect(read.data).toEqual(envelope.data);
  });

  test("we read what the cloudevents package writes", () => {
    const { id, type, source, subject, time, data } = envelope;
    const written = OracleKafka.binary(
      new OracleEvent({ id, type, source, subject, time, data, sequence: "7", correlationid: "c-1", partitionkey: subject }),
    );
    const present = Object.entries(written.headers).filter(([, value]) => value !== undefined);
    const headers = Object.fromEntries(present.map(([name, value]) => [name, Buffer.from(String(value))]));
    const value = Buffer.from(JSON.stringify(written.value));
    expect(decodeEvent(booked, { headers, value })).toEqual({
      id,
      type,
      source,
      subject,
      time,
      seq: 7,
      correlationId: "c-1",
      data,
    });
  });
});

describe("decodeEvent", () => {
  test("gives back what was encoded", () => {
    expect(decodeEvent(booked, encodeEvent(envelope))).toEqual(envelope);
  });

  test("reads every example of the contracts", () => {
    for (const definition of events) {
      const data = definition.data.parse(definition.example);
      const example: Envelope = { ...envelope, type: definition.type, data };
      expect(decodeEvent(definition, encodeEvent(example))).toEqual(JSON.parse(JSON.stringify(example)));
    }
  });

  test("ignores additions: fields, fields of strict objects, attributes", () => {
    const value = JSON.stringify({ id: "石狮-1", extra: 1, name: { zh: "名", fr: "nom" } });
    const message = withHeader("ce_future", "x");
    expect(decodeEvent(booked, { ...message, value: Buffer.from(value) })).toEqual(envelope);
  });

  test.each([
    ["another specification version", withHeader("ce_specversion", "0.3")],
    ["no specification version", withHeader("ce_specversion", undefined)],
    ["another type", withHeader("ce_type", "spec.cancelled.v1")],
    ["no id", withHeader("ce_id", undefined)],
    ["an empty id", withHeader("ce_id", "")],
    ["no source", withHeader("ce_source", undefined)],
    ["no subject", withHeader("ce_subject", undefined)],
    ["no correlation", withHeader("ce_correlationid", undefined)],
    ["a time that is none", withHeader("ce_time", "yesterday")],
    ["a sequence of 0", withHeader("ce_sequence", "0")],
    ["a sequence that is no number", withHeader("ce_sequence", "7e3")],
    ["a sequence beyond safe integers", withHeader("ce_sequence", "90071992547409931")],
    ["structured mode", withHeader("content-type", "application/cloudevents+json")],
    ["a header in broken UTF-8", withHeader("ce_id", new Uint8Array([0xff]))],
    ["no value", withValue(null)],
    ["an empty value", withValue("")],
    ["broken JSON", withValue("{")],
    ["broken UTF-8", withValue(new Uint8Array([0x22, 0xff, 0x22]))],
    ["data of another shape", withValue('{"id":1,"name":{"zh":"名"}}')],
    ["a missing field", withValue('{"id":"a"}')],
    ["an empty name beside an addition", withValue('{"id":"a","name":{"fr":"nom"}}')],
    ["no object", withValue("null")],
  ])("UNREADABLE: %s", (_what, message) => {
    expect(() => decodeEvent(booked, message)).toThrow(UnreadableMessage);
  });

  test("UNREADABLE: a header that occurs twice", () => {
    const encoded = encodeEvent(envelope);
    const headers = { ...encoded.headers, ce_id: [Buffer.from("a"), Buffer.from("b")] };
    expect(() => decodeEvent(booked, { ...encoded, headers })).toThrow("ce_id occurs more than once");
  });

  test("UNREADABLE: a schema that throws TypeError", () => {
    const data = booked.data.refine(() => {
      throw new TypeError("broken refinement");
    });
    expect(() => decodeEvent({ ...booked, data }, encodeEvent(envelope))).toThrow(UnreadableMessage);
  });

  test("a content type with parameters, or none, is JSON", () => {
    expect(decodeEvent(booked, withHeader("content-type", "application/json; charset=utf-8"))).toEqual(envelope);
    expect(decodeEvent(booked, withHeader("content-type", undefined))).toEqual(envelope);
  });
});

describe("typeOf", () => {
  test("tells the claimed type without reading the rest", () => {
    expect(typeOf({ ce_type: Buffer.from("spec.booked.v1") })).toBe("spec.booked.v1");
    expect(typeOf({})).toBeUndefined();
    expect(typeOf({ ce_type: [Buffer.from("a")] })).toBeUndefined();
  });
});
