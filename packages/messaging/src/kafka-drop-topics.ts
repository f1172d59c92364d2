import type { Topic } from "@rialto/contracts/kernel/event";
import { createKafkaContext, type KafkaBusOptions } from "./kafka-client.ts";
import { withAdmin } from "./kafka-topics.ts";

/**
 * Deletes these topics under the prefix and everything in them; those that are not there are left out. For tests with
 * topics of their own: a small broker runs out of memory at some thousand partitions. Without a prefix it refuses.
 */
export async function dropTopics(options: KafkaBusOptions, topics: readonly Topic[]): Promise<void> {
  if (!options.topicPrefix) throw new Error("dropTopics needs a topic prefix: without one it would delete a running system");
  const context = createKafkaContext(options);
  await withAdmin(context, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const doomed = topics.map(({ name }) => context.wireName(name)).filter((name) => existing.has(name));
    if (doomed.length > 0) await admin.deleteTopics({ topics: doomed, timeout: 10_000 });
  });
}
