// A default import, since Node cannot see the names of kafkajs' error classes from an ES module.
import kafkajs, { type KafkaJSError } from "kafkajs";

export const isKafkaError = (error: unknown): error is KafkaJSError => error instanceof kafkajs.KafkaJSError;

/** Sending it again will fail again: too large, unknown topic, not allowed. */
export function isHopeless(error: unknown): boolean {
  if (!isKafkaError(error)) return false;
  const { cause } = error;
  return isKafkaError(cause) ? !cause.retriable : !error.retriable;
}

const TO_JOIN_AGAIN = new Set(["REBALANCE_IN_PROGRESS", "NOT_COORDINATOR_FOR_GROUP", "ILLEGAL_GENERATION", "UNKNOWN_MEMBER_ID"]);

/** The group is dividing anew, or has given us up: kafkajs joins again when it meets one of these, and at no other error. */
export const meansJoinAgain = (error: unknown): boolean =>
  error instanceof Error && "type" in error && typeof error.type === "string" && TO_JOIN_AGAIN.has(error.type);

/** Makes kafkajs join again. */
export const joinAgain = (): Error =>
  Object.assign(new Error("this share of the group has ended"), { name: "ShareEnded", type: "REBALANCE_IN_PROGRESS" });
