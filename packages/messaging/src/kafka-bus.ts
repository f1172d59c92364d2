import type { Topic } from "@rialto/contracts/kernel/event";
import type { Bus, ConsumptionHealth } from "./bus.ts";
import { encodeEvent } from "./cloud-events.ts";
import { assertBroker, createKafkaContext, type KafkaBusOptions } from "./kafka-client.ts";
import { startConsumption } from "./kafka-consumption.ts";
import { createSender } from "./kafka-producer.ts";
import { startTail } from "./kafka-tail.ts";
import { ensureTopics, type TopicSafety } from "./kafka-topics.ts";
import { createRunning } from "./running.ts";
import { topicsByType } from "./topic-of-type.ts";

export interface KafkaBus extends Bus {
  /** Creates the missing topics: idempotent, safe in parallel. Services call it before they consume. */
  ensureTopics(topics: readonly Topic[], safety?: TopicSafety): Promise<void>;
  /** Whether everything that was asked to consume or tail here is really doing so. */
  health(): ConsumptionHealth;
}

/**
 * The bus on Kafka, through kafkajs 2.2.4, whose hazards are listed in this package's README. Waits for a broker, then
 * makes sure that it speaks what kafkajs speaks; rejects with a sentence for the operator.
 */
export async function createKafkaBus(options: KafkaBusOptions): Promise<KafkaBus> {
  await assertBroker(options);
  const context = createKafkaContext(options);
  const sender = createSender(context);
  const topicOf = topicsByType(options.events);
  const running = createRunning();

  return {
    publish: async (envelopes) =>
      sender.send(envelopes.map((one) => ({ topic: context.wireName(topicOf(one.type).name), message: encodeEvent(one) }))),
    consume: async (consume) => running.keep(await startConsumption(context, consume)),
    tail: async (tail) => running.keep(await startTail(context, tail)),
    ensureTopics: (topics, safety) => ensureTopics(context, topics, safety),
    health: running.health,
    close: async () => {
      await running.stopAll();
      await sender.close();
    },
  };
}
