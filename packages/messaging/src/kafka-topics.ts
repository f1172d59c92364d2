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

const WITHIN_MS = 15_000;

/** Creates the missing ones. Idempotent, and safe when several processes do it at once. Rejects when a topic has other partitions. */
export async function ensureTopics(context: KafkaContext, topics: readonly Topic[], safety: TopicSafety = {}): Promise<void> {
  if (topics.length === 0) return;
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const failure = await tryToEnsure(context, topics, safety).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) return;
    // A TypeError too may pass: it is what kafkajs makes of a broker that did not answer.
    if (failure instanceof WrongPartitions || isHopeless(failure) || Date.now() > deadline) throw failure;
    await sleep(200);
  }
}

const tryToEnsure = (context: KafkaContext, topics: readonly Topic[], safety: TopicSafety): Promise<void> =>
  withAdmin(context, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter(({ name }) => !existing.has(context.wireName(name)));
    for (const topic of missing) await create(admin, toConfig(context.wireName(topic.name), topic, safety));
    await assertUsable(context, admin, topics);
  });

const DAY_MS = 86_400_000;

const toConfig = (topic: string, { partitions, keptDays }: Topic, safety: TopicSafety): ITopicConfig => ({
  topic,
  numPartitions: partitions,
  replicationFactor: safety.replicationFactor ?? 1,
  configEntries: [
    { name: "min.insync.replicas", value: String(safety.minInSyncReplicas ?? 1) },
    { name: "retention.ms", value: String(keptDays === undefined ? -1 : keptDays * DAY_MS) },
  ],
});

/** Somebody else may have created it since we looked; kafkajs answers `false` then, or throws, depending on the moment. */
async function create(admin: Admin, config: ITopicConfig): Promise<void> {
  try {
    await admin.createTopics({ topics: [config], waitForLeaders: true, timeout: 10_000 });
  } catch (error) {
    if (!(await admin.listTopics()).includes(config.topic)) throw error;
  }
}

class WrongPartitions extends Error {}

/** Each partition must have a leader; their number must be the declared one. */
async function assertUsable(context: KafkaContext, admin: Admin, topics: readonly Topic[]): Promise<void> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => context.wireName(name)) });
  for (const { name, partitions } of topics) {
    const there = found.find((topic) => topic.name === context.wireName(name))?.partitions ?? [];
    if (there.length > 0 && there.length !== partitions) {
      throw new WrongPartitions(`topic ${name} has ${there.length} partitions, declared are ${partitions}`);
    }
    if (there.length === 0 || there.some(({ leader }) => leader < 0)) throw new Error(`topic ${name} has no leader yet`);
  }
}
