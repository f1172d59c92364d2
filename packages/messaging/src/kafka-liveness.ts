import type { Consumer, ConsumerCrashEvent } from "kafkajs";
import type { ConsumptionHealth } from "./bus.ts";
import type { KafkaContext } from "./kafka-client.ts";

export interface Liveness {
  health(): ConsumptionHealth;
  stop(): void;
}

/**
 * Watches a kafkajs consumer, which can stop for good while its process lives. Fatal: a crash that it will not restart
 * from, or no sign of life for two session time-outs although a broker answers. While no broker answers it only reports
 * that nothing is consumed: exiting would not bring the broker back.
 */
export function watchConsumer(context: KafkaContext, consumer: Consumer, group: string): Liveness {
  let joined = false;
  let stopped = false;
  let lastSign = Date.now();
  let silentSince = lastSign;
  const sign = () => {
    lastSign = Date.now();
    silentSince = lastSign;
  };
  const { GROUP_JOIN, HEARTBEAT, CRASH } = consumer.events;
  const off = [
    consumer.on(GROUP_JOIN, () => {
      joined = true;
      sign();
    }),
    consumer.on(HEARTBEAT, sign),
    consumer.on(CRASH, ({ payload }: ConsumerCrashEvent) => {
      joined = false;
      context.logger.warn({ group, error: payload.error.name, restart: payload.restart }, "consumer crashed");
      if (!payload.restart && !stopped) context.fail(crashed(group, payload.error));
    }),
  ];
  const check = async () => {
    if (stopped || Date.now() - lastSign < context.sessionTimeoutMs) return;
    const since = lastSign;
    const answered = await context.reachable();
    if (stopped || lastSign !== since) return;
    // A broker that has just come back leaves the consumer its two session time-outs to notice.
    if (!answered) silentSince = Date.now();
    else if (Date.now() - silentSince > 2 * context.sessionTimeoutMs) context.fail(silent(group, Date.now() - lastSign));
  };
  const timer = setInterval(check, context.sessionTimeoutMs / 4).unref();
  return {
    health: () => judge(group, joined, Date.now() - lastSign, context.sessionTimeoutMs),
    stop: () => {
      stopped = true;
      joined = false;
      clearInterval(timer);
      for (const remove of off) remove();
    },
  };
}

const silent = (group: string, ms: number) => new Error(`consumer ${group} has been silent for ${ms} ms`);

const crashed = (group: string, cause: Error) => new Error(`consumer ${group} stopped for good: ${cause.message}`, { cause });

function judge(group: string, joined: boolean, silentMs: number, limitMs: number): ConsumptionHealth {
  if (!joined) return { consuming: false, reason: `${group} has not joined` };
  if (silentMs > limitMs) return { consuming: false, reason: `${group}: no heartbeat for ${silentMs} ms` };
  return { consuming: true };
}
