import type { ParkedMessage } from "./parking-lot.ts";
import { keyOf, type RawMessage } from "./raw-message.ts";

/** The reason of messages that nobody has tried: an earlier one of their key is parked. */
export const BEHIND_PARKED = "BEHIND_PARKED";

export function toParked(raw: RawMessage, handler: string, why: { reason: string; attempts: number; at: string }): ParkedMessage {
  const { topic, partition, offset, value, headers } = raw;
  return {
    id: `${handler}/${topic}/${partition}/${offset}`,
    handler,
    topic,
    partition,
    offset,
    key: keyOf(raw),
    value,
    headers,
    reason: why.reason,
    attempts: why.attempts,
    parkedAt: why.at,
  };
}
