import { stopIdleTimers } from "@rialto/messaging/kafka-timers";
import kafkajs from "kafkajs";

/** What each process of the bare path is told. */
export const settings = {
  port: Number(process.env.HTTP_PORT),
  mongoUrl: process.env.MONGO_URL ?? "",
  database: process.env.MONGO_DATABASE ?? "",
  events: `${process.env.KAFKA_TOPIC_PREFIX}events`,
  notifications: `${process.env.KAFKA_TOPIC_PREFIX}notifications`,
};

// Without it three idle processes would cost the bare path more than its work.
stopIdleTimers();

export const kafka = new kafkajs.Kafka({
  brokers: (process.env.KAFKA_BROKERS ?? "").split(","),
  clientId: "bare",
  logLevel: kafkajs.logLevel.NOTHING,
});

export const createProducer = async () => {
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  return (topic: string, key: string, value: string) => producer.send({ topic, acks: -1, messages: [{ key, value }] });
};

/** Hands over every message; offsets are committed once a second, beside the work. */
export async function consume(groupId: string, topic: string, handle: (key: string, value: string) => Promise<void> | void) {
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 750 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const offsets = new Map<number, string>();
  setInterval(() => {
    const commits = [...offsets].map(([partition, offset]) => ({ topic, partition, offset: String(BigInt(offset) + 1n) }));
    offsets.clear();
    if (commits.length > 0) void consumer.commitOffsets(commits).catch(() => undefined);
  }, 1_000);
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: 4,
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      for (const { key, value, offset } of batch.messages) {
        await handle(String(key), String(value));
        resolveOffset(offset);
        offsets.set(batch.partition, offset);
      }
      await heartbeat();
    },
  });
}
