import { randomUUID } from "node:crypto";
import type { Consumer, EachBatchPayload } from "kafkajs";
import type { Tail, TailOptions } from "./bus.ts";
import { type KafkaContext, MAX_WAIT_MS } from "./kafka-client.ts";
import { isKafkaError } from "./kafka-errors.ts";
import { leave } from "./kafka-leave.ts";
import { watchConsumer } from "./kafka-liveness.ts";
import { toRaw } from "./kafka-messages.ts";
import { withAdmin } from "./kafka-topics.ts";
import { handOver, readRecords } from "./tailing.ts";

interface Course {
  /** Next offset to read, by topic and partition. Kept here, since nothing is committed. */
  readonly next: Map<string, NextOffset>;
  readonly caughtUp: PromiseWithResolvers<void>;
  readonly stopped: AbortController;
}

interface NextOffset {
  readonly topic: string;
  readonly partition: number;
  /** End of the log at start-up. */
  readonly end: bigint;
  offset: bigint;
}

export async function startTail(context: KafkaContext, options: TailOptions): Promise<Tail> {
  const course = await plot(context, options);
  const wireTopics = options.topics.map(({ name }) => context.wireName(name));
  const label = `tail.${randomUUID()}`;
  const consumer = createConsumer(context, context.wireName(`${context.clientId}.${label}`));
  const liveness = watchConsumer(context, consumer, label);
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const { topic, partition, offset } of course.next.values()) {
      consumer.seek({ topic: context.wireName(topic), partition, offset: String(offset) });
    }
    noteProgress(course);
  });
  const stop = async () => {
    course.stopped.abort();
    liveness.stop();
    await leave(context, consumer);
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: wireTopics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: context.concurrency,
      eachBatch: (payload) => takeBatch(context, options, course, payload),
    });
    await course.caughtUp.promise;
  } catch (error) {
    await stop();
    throw error;
  }
  return { health: liveness.health, stop };
}

const createConsumer = ({ patientKafka, sessionTimeoutMs }: KafkaContext, groupId: string): Consumer =>
  patientKafka().consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: Math.floor(sessionTimeoutMs / 4),
    maxWaitTimeInMs: MAX_WAIT_MS,
    allowAutoTopicCreation: false,
    retry: { retries: Number.POSITIVE_INFINITY },
  });

const nameOf = (topic: string, partition: number) => `${topic}/${partition}`;

/** Where to begin, and where the log ends now. Rejects when a topic does not exist. */
async function plot(context: KafkaContext, { topics, from }: TailOptions): Promise<Course> {
  const next = new Map<string, NextOffset>();
  await withAdmin(context, async (admin) => {
    for (const { name } of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(context.wireName(name))) {
        const wanted = BigInt(from(name, partition, { start: low, end: high }));
        const offset = clamp(wanted, BigInt(low), BigInt(high));
        next.set(nameOf(name, partition), { topic: name, partition, offset, end: BigInt(high) });
      }
    }
  });
  return { next, caughtUp: Promise.withResolvers(), stopped: new AbortController() };
}

const clamp = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);

function noteProgress({ next, caughtUp }: Course): void {
  if ([...next.values()].every(({ offset, end }) => offset >= end)) caughtUp.resolve();
}

async function takeBatch(context: KafkaContext, options: TailOptions, course: Course, payload: EachBatchPayload): Promise<void> {
  const { batch } = payload;
  const topic = context.logicalName(batch.topic);
  const place = course.next.get(nameOf(topic, batch.partition));
  if (place === undefined) return;
  try {
    // After a hiccup kafkajs may begin at the start of the log again, before it has sought.
    const fresh = batch.messages.filter(({ offset }) => BigInt(offset) >= place.offset);
    const raws = fresh.map((message) => toRaw(topic, batch.partition, message));
    const records = readRecords(options, context.logger, raws);
    const tenure = { signal: course.stopped.signal, heartbeat: payload.heartbeat };
    if (!(await handOver(options, context.logger, records, tenure))) return;
    payload.resolveOffset(batch.lastOffset());
    const after = BigInt(batch.lastOffset()) + 1n;
    if (after > place.offset) place.offset = after;
    noteProgress(course);
    await payload.heartbeat();
  } catch (error) {
    throw isKafkaError(error) ? error : new Error(`tail failed: ${String(error)}`);
  }
}
