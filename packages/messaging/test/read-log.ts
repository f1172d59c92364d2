import { randomUUID } from "node:crypto";
import type { Topic } from "@rialto/contracts/kernel/event";
import kafkajs from "kafkajs";
import { brokers } from "./kafka-world.ts";

export const bareKafka = () => new kafkajs.Kafka({ brokers: brokers(), clientId: "bare", logLevel: kafkajs.logLevel.NOTHING });

/** Values of a topic of one partition, in the order of the log, read by bare kafkajs up to the present end. */
export async function readLog(topic: Topic): Promise<string[]> {
  const kafka = bareKafka();
  const admin = kafka.admin();
  await admin.connect();
  const end = Number((await admin.fetchTopicOffsets(topic.name))[0]?.high);
  await admin.disconnect();
  if (end === 0) return [];
  const consumer = kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic.name], fromBeginning: true });
  const values: string[] = [];
  const complete = Promise.withResolvers<void>();
  await consumer.run({
    eachMessage: async ({ message }) => {
      values.push(String(message.value));
      if (Number(message.offset) === end - 1) complete.resolve();
    },
  });
  await complete.promise;
  await consumer.disconnect();
  return values;
}
