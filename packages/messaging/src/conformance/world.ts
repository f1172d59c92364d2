import { randomUUID } from "node:crypto";
import { defineEvent, defineTopic, type Envelope, type EventDefinition, type Topic } from "@rialto/contracts/kernel/event";
import { z } from "zod";
import type { Bus } from "../bus.ts";
import { type EncodedEvent, encodeEvent } from "../cloud-events.ts";
import type { RawMessage } from "../raw-message.ts";

/** A bus as one process has it. */
export interface BusProcess {
  readonly bus: Bus;
  /** Ends it as SIGKILL ends a process: nothing is finished, committed or announced. */
  kill(): Promise<void>;
}

/** One log and the processes around it. Topics and groups are unique per test, so worlds may share a broker. */
export interface BusWorld {
  /** A silent member is declared dead after this long; 0 when its death is seen at once. */
  readonly sessionTimeoutMs: number;
  open(events: readonly EventDefinition[]): Promise<BusProcess>;
  ensureTopics(topics: readonly Topic[]): Promise<void>;
  /** Puts bytes into the log as a foreign producer would. */
  append(topic: Topic, message: Pick<RawMessage, "key" | "value"> & Pick<EncodedEvent, "headers">): Promise<void>;
  /** Ends all processes that are still there. */
  close(): Promise<void>;
}

/** Events of one test: `counted` carries its number and key, `other` shares the topic, `cursed` cannot be decoded. */
export function inventEvents(partitions = 3) {
  const name = `conformance.${randomUUID().slice(0, 8)}`;
  const topic = defineTopic(name, { partitions });
  const example = { id: "a", n: 1 };
  const counts = z.object({ id: z.string(), n: z.int() });
  const declare = (type: string, data: z.ZodObject<typeof counts.shape>) =>
    defineEvent({
      type: `${name}.${type}`,
      version: 1,
      topic,
      key: "id",
      description: "For the conformance suite",
      data,
      example,
    });
  const breakingDecoder = counts.refine(({ n }) => {
    if (n < 0) throw new TypeError("the decoder is broken");
    return true;
  });
  const counted = declare("counted", counts);
  const other = declare("other", counts);
  const cursed = declare("cursed", breakingDecoder);
  return { topic, counted, other, cursed, all: [counted, other, cursed] };
}

export type CountedEvent = ReturnType<typeof inventEvents>["counted"];

/** The n-th event of a key. */
export const eventOf = (definition: EventDefinition, id: string, n: number): Envelope => ({
  id: randomUUID(),
  type: definition.type,
  source: "/rialto/conformance",
  subject: id,
  time: new Date().toISOString(),
  seq: Math.max(n, 1),
  correlationId: "conformance",
  data: { id, n },
});

export const eventsOf = (definition: EventDefinition, id: string, from: number, to: number): Envelope[] =>
  Array.from({ length: to - from + 1 }, (_, index) => eventOf(definition, id, from + index));

export const encoded = (definition: EventDefinition, id: string, n: number): EncodedEvent =>
  encodeEvent(eventOf(definition, id, n));

/** Keys in as many different partitions as asked for cannot be known here; so many keys make it near certain. */
export const manyKeys = (count: number): string[] => Array.from({ length: count }, (_, index) => `key-${index}`);

/** What was seen of each key, in the order of arrival. */
export function createLedger() {
  const seen = new Map<string, number[]>();
  return {
    note: ({ id, n }: { readonly id: string; readonly n: number }) => {
      seen.set(id, [...(seen.get(id) ?? []), n]);
    },
    of: (id: string): readonly number[] => seen.get(id) ?? [],
    /** First occurrences only: what a consumer is left with that drops what it has had. */
    applied: (id: string): readonly number[] => {
      let last = 0;
      return (seen.get(id) ?? []).filter((n) => {
        const isNew = n > last;
        last = Math.max(last, n);
        return isNew;
      });
    },
    total: () => [...seen.values()].reduce((sum, numbers) => sum + numbers.length, 0),
  };
}

export const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
