import { type Message, Partitioners, type Producer } from "kafkajs";
import type { KafkaContext } from "./kafka-client.ts";
import { isHopeless } from "./kafka-errors.ts";

/** One message and the topic's name on the cluster. */
export interface Outgoing {
  readonly topic: string;
  readonly message: Message;
}

export interface Sender {
  /** Resolves when all in-sync replicas have all of them. Rejects: unknown, send again. */
  send(messages: readonly Outgoing[]): Promise<void>;
  /** Sends what is waiting, then disconnects. */
  close(): Promise<void>;
}

interface Waiting {
  readonly messages: readonly Outgoing[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Both stay well below a broker's default `message.max.bytes` of 1 MB per partition and request. */
const BATCH_MESSAGES = 500;
const BATCH_BYTES = 500_000;

/**
 * One awaited send at a time, so that messages of a key can never overtake each other; what arrives meanwhile goes
 * together with the next one. The producer is not idempotent: kafkajs' idempotent producer can acknowledge a message and
 * lose it. After a failed send the connection is dropped, since kafkajs keeps a half-dead one.
 */
export function createSender(context: KafkaContext): Sender {
  const waiting: Waiting[] = [];
  let producer: Promise<Producer> | undefined;
  let pumping: Promise<void> | undefined;
  let closed = false;

  const transmit = async (batch: readonly Waiting[]) => {
    producer ??= connectProducer(context);
    try {
      const connected = await producer;
      await connected.sendBatch({ acks: -1, timeout: 8_000, topicMessages: byTopic(batch.flatMap(({ messages }) => messages)) });
    } catch (error) {
      const broken = producer;
      producer = undefined;
      void broken.then((connected) => connected.disconnect()).catch(() => undefined);
      throw error;
    }
  };

  const settle = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await transmit(batch);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      // One caller's hopeless message (too large, unknown topic) must not fail the others.
      if (batch.length > 1 && isHopeless(error)) for (const alone of batch) await settle([alone]);
      else for (const { reject } of batch) reject(error);
    }
  };

  const pump = async () => {
    while (waiting.length > 0) await settle(takeBatch(waiting));
    pumping = undefined;
  };

  return {
    send: (messages) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("the bus is closed"));
        if (messages.length === 0) return resolve();
        waiting.push({ messages, resolve, reject });
        pumping ??= Promise.resolve().then(pump);
      }),
    close: async () => {
      closed = true;
      await pumping;
      await producer?.then((connected) => connected.disconnect()).catch(() => undefined);
      producer = undefined;
    },
  };
}

async function connectProducer({ kafka }: KafkaContext): Promise<Producer> {
  const producer = kafka.producer({
    idempotent: false,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
    retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 2 },
  });
  await producer.connect();
  return producer;
}

/** Takes from the front, whole calls, up to the limits; at least one. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  let count = 0;
  let bytes = 0;
  const fits = waiting.findIndex(({ messages }, index) => {
    count += messages.length;
    bytes += messages.reduce((sum, { message }) => sum + (message.value?.length ?? 0) + 500, 0);
    return index > 0 && (count > BATCH_MESSAGES || bytes > BATCH_BYTES);
  });
  return waiting.splice(0, fits === -1 ? waiting.length : fits);
}

function byTopic(messages: readonly Outgoing[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, message } of messages) {
    const same = topics.get(topic);
    if (same) same.push(message);
    else topics.set(topic, [message]);
  }
  return [...topics].map(([topic, grouped]) => ({ topic, messages: grouped }));
}
