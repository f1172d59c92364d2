// A default import, since Node cannot see the names of kafkajs' error classes from an ES module.
import kafkajs, { type KafkaJSError } from "kafkajs";

export const isKafkaError = (error: unknown): error is KafkaJSError => error instanceof kafkajs.KafkaJSError;

/** Sending it again will fail again: too large, unknown topic, not allowed. */
export function isHopeless(error: unknown): boolean {
  if (!isKafkaError(error)) return false;
  const { cause } = error;
  return isKafkaError(cause) ? !cause.retriable : !error.retriable;
}
