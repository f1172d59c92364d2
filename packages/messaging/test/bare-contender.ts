import kafkajs from "kafkajs";
import { type Contender, keyOf, text } from "../bench/contender.ts";

/** The least that kafkajs can do for one hop with the same guarantees: acks of all, offsets resolved after the work. */
export async function openBare(brokers: readonly string[], name: string): Promise<Contender> {
  const topic = `${name}.bare`;
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], clientId: "bench-bare", logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: 6 }], waitForLeaders: true });
  await admin.disconnect();
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  const consumer = kafka.consumer({ groupId: `${name}.bare`, maxWaitTimeInMs: 750 });
  await Promise.all([producer.connect(), consumer.connect()]);
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const message = (n: number) => ({ key: keyOf(n), value: JSON.stringify({ id: keyOf(n), n, text }) });
  const contender: Contender = {
    name: "bare kafkajs",
    onHandled: () => undefined,
    send: async (n) => void (await producer.send({ topic, acks: -1, messages: [message(n)] })),
    flood: async (from, count) => {
      for (let sent = 0; sent < count; sent += 500) {
        const messages = Array.from({ length: Math.min(500, count - sent) }, (_, index) => message(from + sent + index));
        await producer.send({ topic, acks: -1, messages });
      }
    },
    close: async () => void (await Promise.all([producer.disconnect(), consumer.disconnect()])),
  };
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    eachBatch: async ({ batch, resolveOffset, heartbeat }) => {
      for (const { offset, value } of batch.messages) {
        contender.onHandled((JSON.parse(String(value)) as { n: number }).n);
        resolveOffset(offset);
      }
      await heartbeat();
    },
  });
  return contender;
}
