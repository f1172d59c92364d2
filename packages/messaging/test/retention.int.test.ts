import { defineTopic } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { ConfigResourceTypes } from "kafkajs";
import { expect, test } from "vitest";
import { createKafkaBus } from "../src/kafka-bus.ts";
import { createKafkaContext } from "../src/kafka-client.ts";
import { dropTopics } from "../src/kafka-drop-topics.ts";
import { withAdmin } from "../src/kafka-topics.ts";
import { silentLogger } from "../src/logger.ts";

test("events are kept for ever unless their topic says otherwise: a service that comes later hears everything", async () => {
  const topicPrefix = `retention_${newId()}.`;
  const fail = (error: Error) => {
    throw error;
  };
  const options = {
    brokers: (process.env.KAFKA_BROKERS ?? "").split(","),
    clientId: "retention",
    topicPrefix,
    logger: silentLogger,
    onFatal: fail,
  };
  const topics = [defineTopic("facts", { partitions: 1 }), defineTopic("news", { partitions: 1, keptDays: 7 })];
  const bus = await createKafkaBus(options);
  await bus.ensureTopics(topics);
  const context = createKafkaContext(options);
  const resources = topics.map(({ name }) => ({
    type: ConfigResourceTypes.TOPIC,
    name: context.wireName(name),
    configNames: ["retention.ms"],
  }));
  const { resources: found } = await withAdmin(context, (admin) => admin.describeConfigs({ includeSynonyms: false, resources }));
  const kept = new Map(found.map(({ resourceName, configEntries }) => [resourceName, configEntries[0]?.configValue]));
  expect(topics.map(({ name }) => kept.get(context.wireName(name)))).toEqual(["-1", String(7 * 86_400_000)]);
  await bus.close();
  await dropTopics(options, topics);
});
