import type { Envelope, EnvelopeOf, EventDefinition } from "@rialto/contracts/kernel/event";
import { z } from "zod";
import type { RawHeaders, RawMessage } from "./raw-message.ts";
import { tolerantParse } from "./tolerant-parse.ts";

/** The bytes are not an event of the type they claim to be; sending them again will not help. */
export class UnreadableMessage extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UnreadableMessage";
  }
}

export interface EncodedEvent {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly headers: Record<string, Buffer>;
}

/** CloudEvents attribute names and the envelope's; `ce_sequence` is decimal, since order is per key and never compared as text. */
const attributes = {
  id: "ce_id",
  type: "ce_type",
  source: "ce_source",
  subject: "ce_subject",
  time: "ce_time",
  seq: "ce_sequence",
  correlationId: "ce_correlationid",
  causationId: "ce_causationid",
  actorId: "ce_actorid",
  traceparent: "traceparent",
} as const satisfies Partial<Record<keyof Envelope, string>>;

const Attributes = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  source: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime({ offset: true }),
  seq: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
  correlationId: z.string().min(1),
  causationId: z.string().min(1).exactOptional(),
  actorId: z.string().min(1).exactOptional(),
  traceparent: z.string().min(1).exactOptional(),
});

const fatalUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * An event as a Kafka message: CloudEvents 1.0.2, Kafka protocol binding, binary content mode. The aggregate's id is the
 * key and `ce_partitionkey`. `traceparent` keeps its W3C name, where instrumentations look for it.
 */
export function encodeEvent(envelope: Envelope): EncodedEvent {
  const headers: Record<string, Buffer> = {
    ce_specversion: Buffer.from("1.0"),
    ce_partitionkey: Buffer.from(envelope.subject),
    "content-type": Buffer.from("application/json"),
  };
  for (const [field, header] of Object.entries(attributes)) {
    const value = envelope[field as keyof typeof attributes];
    if (value !== undefined) headers[header] = Buffer.from(String(value));
  }
  return { key: Buffer.from(envelope.subject), value: Buffer.from(JSON.stringify(envelope.data)), headers };
}

/** The event type a message claims, without reading the rest; undefined when it is no binary-mode CloudEvent. */
export function typeOf(headers: RawHeaders): string | undefined {
  const value = headers.ce_type;
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : undefined;
}

/** Reads a message as the event it claims to be. Additions are ignored. Throws UnreadableMessage and nothing else. */
export function decodeEvent<Definition extends EventDefinition>(
  definition: Definition,
  message: Pick<RawMessage, "headers" | "value">,
): EnvelopeOf<Definition> {
  try {
    const read = Attributes.parse(readAttributes(message.headers));
    if (read.type !== definition.type) throw new UnreadableMessage(`type is ${read.type}, not ${definition.type}`);
    return { ...read, data: tolerantParse(definition.data, readJson(message.value)) } as EnvelopeOf<Definition>;
  } catch (error) {
    // A schema's own refinement may throw anything, a TypeError too: whatever it is, the message cannot be read.
    if (error instanceof UnreadableMessage) throw error;
    throw new UnreadableMessage(error instanceof Error ? error.message : String(error), error);
  }
}

function readAttributes(headers: RawHeaders): Record<string, string> {
  const version = readText(headers, "ce_specversion");
  if (version !== "1.0") throw new UnreadableMessage(`ce_specversion is ${version ?? "missing"}, not 1.0`);
  const contentType = readText(headers, "content-type") ?? "application/json";
  if (!/^application\/json(;|$)/i.test(contentType)) throw new UnreadableMessage(`content-type is ${contentType}`);
  const found = Object.entries(attributes).map(([field, header]) => [field, readText(headers, header)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function readText(headers: RawHeaders, name: string): string | undefined {
  const value = headers[name];
  if (value === undefined || value === null) return undefined;
  if (!(value instanceof Uint8Array)) throw new UnreadableMessage(`header ${name} occurs more than once`);
  return fatalUtf8.decode(value);
}

function readJson(value: Uint8Array | null): unknown {
  if (value === null) throw new UnreadableMessage("the message has no value");
  return JSON.parse(fatalUtf8.decode(value));
}
