import type { KafkaMessage } from "kafkajs";
import type { RawHeaders, RawMessage } from "./raw-message.ts";

/** A consumed message under its topic's logical name. */
export const toRaw = (topic: string, partition: number, { offset, key, value, headers }: KafkaMessage): RawMessage => ({
  topic,
  partition,
  offset,
  key,
  value,
  // kafkajs types allow strings, as one may write them; what is read is always bytes.
  headers: (headers ?? {}) as RawHeaders,
});
