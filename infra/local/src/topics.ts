import { type Admin, Kafka, logLevel } from "kafkajs";
import { Problem } from "./problem.ts";

export type TopicSpec = { readonly name: string; readonly partitions: number };

async function createMissing(admin: Admin, wanted: readonly TopicSpec[]): Promise<string[]> {
  const existing = new Set(await admin.listTopics());
  const missing = wanted.filter(({ name }) => !existing.has(name));
  const topics = missing.map(({ name, partitions }) => ({ topic: name, numPartitions: partitions, replicationFactor: -1 }));
  if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  return missing.map(({ name }) => name);
}

/** Other partitions would send the keys elsewhere and break their order, so an existing topic is never changed. */
async function requirePartitions(admin: Admin, wanted: readonly TopicSpec[]): Promise<void> {
  const { topics } = await admin.fetchTopicMetadata({ topics: wanted.map(({ name }) => name) });
  const found = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
  const different = wanted.filter(({ name, partitions }) => found.get(name) !== partitions).map(({ name }) => name);
  if (different.length === 0) return;
  const sentence = `These topics have another number of partitions than their events declare: ${different.join(", ")}.`;
  throw new Problem("TOPIC_PARTITIONS_DIFFER", `${sentence} On your own machine, start once with --fresh.`);
}

/**
 * Creates the topics that are missing, with the broker's own replication factor, and returns their names.
 * Safe to run twice at once. Throws a Problem when an existing topic has other partitions than declared.
 */
export async function createTopics(brokers: string, wanted: readonly TopicSpec[]): Promise<string[]> {
  const kafka = new Kafka({ brokers: brokers.split(","), clientId: "rialto-topics", logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const created = await createMissing(admin, wanted);
    await requirePartitions(admin, wanted);
    return created;
  } finally {
    await admin.disconnect();
  }
}
