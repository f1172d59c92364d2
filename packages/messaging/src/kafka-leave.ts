import type { Consumer } from "kafkajs";
import type { KafkaContext } from "./kafka-client.ts";
import { sleep } from "./sleep.ts";

const PATIENCE_MS = 5_000;

/**
 * Leaves the group and disconnects. While no broker answers, kafkajs cannot be stopped: then it is left alone after 5 s,
 * and stops by itself when a broker is back or the process ends.
 */
export async function leave({ logger }: KafkaContext, consumer: Consumer): Promise<void> {
  const waited = new AbortController();
  const leaving = consumer.disconnect().finally(() => waited.abort());
  await Promise.race([leaving, sleep(PATIENCE_MS, waited.signal)]);
  if (waited.signal.aborted) return leaving;
  logger.warn({}, "a consumer could not leave its group: no broker answers");
  leaving.catch(() => undefined);
}
