import type { EventDefinition, Topic } from "@rialto/contracts/kernel/event";
import type { Bus, Consumption, ConsumptionHealth, Tail, TailOptions } from "./bus.ts";
import { encodeEvent } from "./cloud-events.ts";
import type { ObserveDelivery } from "./delivery.ts";
import { type Logger, silentLogger } from "./logger.ts";
import { type MemoryConsumption, type MemoryContext, startMemoryConsumption } from "./memory-consumption.ts";
import { createMemoryLog, type MemoryLog } from "./memory-log.ts";
import { createRunning } from "./running.ts";
import { sleep } from "./sleep.ts";
import { handOver, readRecords } from "./tailing.ts";
import { topicsByType } from "./topic-of-type.ts";

export interface MemoryBusOptions {
  /** Shared by buses that stand for different processes; by default a log of its own. */
  readonly log?: MemoryLog;
  readonly logger?: Logger;
  readonly observe?: ObserveDelivery;
  /** Event types that may be published; by default those of the contracts. */
  readonly events?: readonly EventDefinition[];
  readonly replayPollMs?: number;
}

export interface MemoryBus extends Bus {
  ensureTopics(topics: readonly Topic[]): Promise<void>;
  health(): ConsumptionHealth;
  /** Resolves when every consumer here has handled everything that lies in the log. */
  settled(): Promise<void>;
  /** Ends it as SIGKILL ends a process. */
  kill(): Promise<void>;
}

/** The bus without a broker, for fast tests: same promises, same binding, same fates, and it forgets everything. */
export function createMemoryBus(options: MemoryBusOptions = {}): MemoryBus {
  const { log = createMemoryLog(), logger = silentLogger, observe, replayPollMs = 20 } = options;
  const context: MemoryContext = { log, logger, replayPollMs, ...(observe === undefined ? {} : { observe }) };
  const topicOf = topicsByType(options.events);
  const consuming = new Set<MemoryConsumption>();
  const running = createRunning();

  return {
    publish: async (envelopes) => {
      const messages = envelopes.map((envelope) => [topicOf(envelope.type), encodeEvent(envelope)] as const);
      for (const [topic, message] of messages) log.append(topic, message);
    },
    consume: async (consume): Promise<Consumption> => {
      const started = await startMemoryConsumption(context, consume);
      consuming.add(started);
      return running.keep({
        ...started,
        stop: async () => {
          consuming.delete(started);
          await started.stop();
        },
      });
    },
    tail: async (tail) => running.keep(await startTail(context, tail)),
    ensureTopics: async () => undefined,
    health: running.health,
    settled: async () => {
      while (![...consuming].every((one) => one.atEnd())) await sleep(1);
    },
    close: running.stopAll,
    kill: async () => {
      await Promise.all([...consuming].map((one) => one.kill()));
      await running.stopAll();
    },
  };
}

async function startTail({ log, logger }: MemoryContext, options: TailOptions): Promise<Tail> {
  const stopped = new AbortController();
  const tenure = { signal: stopped.signal, heartbeat: async () => undefined };
  const partitions = options.topics.flatMap(({ name, partitions }) =>
    Array.from({ length: partitions }, (_, partition) => ({ topic: name, partition, end: log.end(name, partition) })),
  );
  const follow = async ({ topic, partition, end }: (typeof partitions)[number], caughtUp: () => void) => {
    let next = BigInt(options.from(topic, partition, { start: "0", end: String(end) }));
    while (!stopped.signal.aborted) {
      if (next >= end) caughtUp();
      const raws = log.read(topic, partition, next);
      if (raws.length === 0) await log.more(stopped.signal);
      else if (await handOver(options, logger, readRecords(options, logger, raws), tenure)) next += BigInt(raws.length);
    }
  };
  await Promise.all(partitions.map((one) => new Promise<void>((resolve) => void follow(one, resolve))));
  return {
    health: () => (stopped.signal.aborted ? { consuming: false, reason: "the tail has stopped" } : { consuming: true }),
    stop: async () => stopped.abort(),
  };
}
