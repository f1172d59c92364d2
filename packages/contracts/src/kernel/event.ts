import type { z } from "zod";

/** What a decision says has happened, before the store gives it an id, a position and a cause. */
export interface Draft<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

export interface Topic {
  readonly name: string;
  /** Fixed for the life of a topic: order per key depends on it. */
  readonly partitions: number;
  /** Absent: for ever, so that a service that comes later can still hear everything from the beginning. */
  readonly keptDays?: number;
}

export const defineTopic = (name: string, options: { readonly partitions?: number; readonly keptDays?: number } = {}): Topic => ({
  name,
  partitions: 6,
  ...options,
});

/** A fact that other services may hear of. */
export interface EventDefinition<Type extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  readonly type: Type;
  readonly visibility: "public";
  readonly topic: Topic;
  /** The field of `data` that names the aggregate; it is the Kafka key, so it decides the order. */
  readonly key: string;
  readonly description: string;
  readonly data: Schema;
  readonly example: z.input<Schema>;
  /** Checks the data against the schema, so that no event leaves in a shape it does not declare. */
  draft(data: z.input<Schema>): Draft<Type, z.output<Schema>>;
}

/** A fact that only its own aggregate remembers, such as a password hash: folded into the state, never sent. */
export interface PrivateEventDefinition<Type extends string = string, Schema extends z.ZodObject = z.ZodObject> {
  readonly type: Type;
  readonly visibility: "private";
  readonly data: Schema;
  draft(data: z.input<Schema>): Draft<Type, z.output<Schema>>;
}

export type AnyEventDefinition = EventDefinition | PrivateEventDefinition;

/** The draft that a definition makes: `DraftOf<typeof boothHeld>`. */
export type DraftOf<D extends { draft: (data: never) => Draft }> = ReturnType<D["draft"]>;

const drafting =
  <Type extends string, Schema extends z.ZodObject>(type: Type, schema: Schema) =>
  (data: z.input<Schema>): Draft<Type, z.output<Schema>> => ({ type, data: schema.parse(data) });

/**
 * Declares an event once, for producers, consumers, specs and tests.
 * Its wire type is `<type>.v<version>`, for example `venue.booth-held.v1`.
 */
export function defineEvent<Name extends string, Version extends number, Schema extends z.ZodObject>(declaration: {
  type: Name;
  version: Version;
  topic: Topic;
  key: keyof z.output<Schema> & string;
  description: string;
  data: Schema;
  example: z.input<Schema>;
}): EventDefinition<`${Name}.v${Version}`, Schema> {
  const type = `${declaration.type}.v${declaration.version}` as const;
  const { topic, key, description, data, example } = declaration;
  return { type, visibility: "public", topic, key, description, data, example, draft: drafting(type, data) };
}

export function definePrivateEvent<Name extends string, Version extends number, Schema extends z.ZodObject>(declaration: {
  type: Name;
  version: Version;
  data: Schema;
}): PrivateEventDefinition<`${Name}.v${Version}`, Schema> {
  const type = `${declaration.type}.v${declaration.version}` as const;
  return { type, visibility: "private", data: declaration.data, draft: drafting(type, declaration.data) };
}

/**
 * An event as it was written and travels. On Kafka it is a CloudEvents 1.0 message in binary mode; the names here are
 * those of the code, the attributes (`ce_sequence`, `ce_correlationid`, ...) belong to the Kafka binding.
 */
export interface Envelope<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  /** `/rialto/<context>`. */
  readonly source: string;
  /** The aggregate's id; also the Kafka key. */
  readonly subject: string;
  /** When it was written, ISO 8601, UTC. */
  readonly time: string;
  /** 1, 2, 3, ... per aggregate, without gaps: consumers drop what they have already applied. */
  readonly seq: number;
  /** Everything that follows from one request shares it. */
  readonly correlationId: string;
  /** The event that made this one happen; absent when a person or a schedule did. */
  readonly causationId?: string;
  /** The account that acted; absent for the system itself. */
  readonly actorId?: string;
  /** W3C trace context of the request or delivery that wrote it. */
  readonly traceparent?: string;
  readonly data: Data;
}

export type EnvelopeOf<D extends EventDefinition> = Envelope<D["type"], z.output<D["data"]>>;
