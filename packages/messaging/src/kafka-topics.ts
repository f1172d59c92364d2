import type { Topic } from "@rialto/contracts/kernel/event";
import type { Admin, ITopicConfig } from "kafkajs";
import type { KafkaContext } from "./kafka-client.ts";
import { isHopeless } from "./kafka-errors.ts";
import { sleep } from "./sleep.ts";

export interface TopicSafety {
  /** 3 on a cluster. */
  readonly replicationFactor?: number;
  /** 2 on a cluster: an acknowledged event then survives the loss of a broker. */
  readonly minInSyncReplicas?: number;
}

export async function withAdmin<Result>(context: KafkaContext, work: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = context.kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Creates the missing ones. Idempotent, and safe when several processes do it at once. Rejects when a topic has other partitions. */
export async function ensureTopics(context: KafkaContext, topics: readonly Topic[], safety: TopicSafety = {}): Promise<void> {
  await withAdmin(context, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !existing.has(context.wireName(name)));
    for (const topic of missing) await create(admin, toConfig(context.wireName(topic.name), topic.partitions, safety));
    await awaitPartitions(context, admin, topics);
  });
}

const toConfig = (topic: string, numPartitions: number, safety: TopicSafety): ITopicConfig => ({
  topic,
  numPartitions,
  replicationFactor: safety.replicationFactor ?? 1,
  configEntries: [{ name: "min.insync.replicas", value: String(safety.minInSyncReplicas ?? 1) }],
});

/** Somebody else may have created it since we looked; kafkajs answers `false` then, or throws, depending on the moment. */
async function create(admin: Admin, config: ITopicConfig): Promise<void> {
  try {
    await admin.createTopics({ topics: [config], waitForLeaders: true, timeout: 10_000 });
  } catch (error) {
    if (!(await admin.listTopics()).includes(config.topic)) throw error;
  }
}

/** A topic is usable once each partition has a leader; its number of partitions must be the declared one. */
async function awaitPartitions(context: KafkaContext, admin: Admin, topics: readonly Topic[]): Promise<void> {
  if (topics.length === 0) return;
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await describe(context, admin, topics);
    for (const { name, partitions } of topics) {
      const there = found.get(name) ?? [];
      if (there.length > 0 && there.length !== partitions) throw wrongPartitions(name, there.length, partitions);
    }
    const waiting = topics.filter(
      ({ name }) => !(found.get(name)?.length && found.get(name)?.every(({ leader }) => leader >= 0)),
    );
    if (waiting.length === 0) return;
    if (Date.now() > deadline) throw new Error(`without a leader: ${waiting.map(({ name }) => name).join(", ")}`);
    await sleep(100);
  }
}

const wrongPartitions = (name: string, there: number, declared: number) =>
  new Error(`topic ${name} has ${there} partitions, declared are ${declared}`);

/** Partitions by logical name; nothing while the cluster is still spreading the news of a topic. */
async function describe(context: KafkaContext, admin: Admin, topics: readonly Topic[]) {
  const wanted = topics.map(({ name }) => context.wireName(name));
  const { topics: found } = await admin.fetchTopicMetadata({ topics: wanted }).catch((error: unknown) => {
    if (isHopeless(error)) throw error;
    return { topics: [] };
  });
  return new Map(found.map(({ name, partitions }) => [context.logicalName(name), partitions]));
}
