import type { Consumer, EachBatchPayload } from "kafkajs";
import type { ConsumeOptions, Consumption, ConsumptionHealth } from "./bus.ts";
import { createDelivery, type Delivery } from "./delivery.ts";
import { type KafkaContext, MAX_WAIT_MS } from "./kafka-client.ts";
import { type Commits, createCommits } from "./kafka-commits.ts";
import { isKafkaError, joinAgain, meansJoinAgain } from "./kafka-errors.ts";
import { leave } from "./kafka-leave.ts";
import { watchConsumer } from "./kafka-liveness.ts";
import { toRaw } from "./kafka-messages.ts";
import { createPauses, type Pauses } from "./kafka-pauses.ts";
import { type Holding, takeUp } from "./kafka-tenure.ts";
import type { RawMessage } from "./raw-message.ts";
import { replayRequested } from "./replay.ts";
import { sleep } from "./sleep.ts";
import { createWaitingList, type WaitingList } from "./waiting-list.ts";

/** Shorter waits are slept in place; longer ones let the other partitions flow on. */
const IN_PLACE_MS = 200;

interface Work {
  readonly context: KafkaContext;
  readonly delivery: Delivery;
  readonly consumer: Consumer;
  readonly commits: Commits;
  readonly pauses: Pauses;
  readonly waiting: WaitingList;
  holding: Holding | undefined;
  payload: EachBatchPayload | undefined;
  active: number;
  stopping: boolean;
}

export async function startConsumption(context: KafkaContext, options: ConsumeOptions): Promise<Consumption> {
  const work = prepare(context, options);
  const { consumer, delivery } = work;
  const liveness = watchConsumer(context, consumer, options.group);
  followAssignment(work);
  const replays = startReplays(work, options);
  const stop = async () => {
    work.stopping = true;
    work.holding?.end();
    await replays.stop();
    while (work.active > 0) await sleep(5);
    work.commits.stop();
    await work.commits.now();
    work.pauses.resumeAll();
    liveness.stop();
    await leave(context, consumer);
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: delivery.table.topics.map(context.wireName), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: context.concurrency,
      eachBatch: (payload) => takeBatch(work, payload),
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { health: () => combine(liveness.health(), work.waiting.health()), stop: once(stop) };
}

function prepare(context: KafkaContext, options: ConsumeOptions): Work {
  const { logger, sessionTimeoutMs, observe } = context;
  const consumer = context.patientKafka().consumer({
    groupId: context.wireName(options.group),
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: Math.floor(sessionTimeoutMs / 4),
    rebalanceTimeout: Math.max(30_000, sessionTimeoutMs),
    maxWaitTimeInMs: MAX_WAIT_MS,
    maxBytesPerPartition: 524_288,
    maxBytes: 5_242_880,
    allowAutoTopicCreation: false,
    retry: { retries: Number.POSITIVE_INFINITY },
  });
  return {
    context,
    consumer,
    delivery: createDelivery({ ...options, logger, ...(observe === undefined ? {} : { observe }) }),
    commits: createCommits(logger, options.group),
    pauses: createPauses(consumer),
    waiting: createWaitingList(2 * sessionTimeoutMs),
    holding: undefined,
    payload: undefined,
    active: 0,
    stopping: false,
  };
}

/** At each division of the group: what we knew of parked keys and waiting partitions may be somebody else's now. */
function followAssignment(work: Work): void {
  const { GROUP_JOIN, REBALANCING, CRASH } = work.consumer.events;
  const release = () => {
    work.holding?.end();
    // kafkajs emits before it asks to join, and a broker serves a connection in order: the commit still counts.
    void work.commits.now();
  };
  work.consumer.on(REBALANCING, release);
  work.consumer.on(CRASH, release);
  work.consumer.on(GROUP_JOIN, ({ payload }) => {
    work.holding?.end();
    work.holding = takeUp(work.context, payload.memberAssignment);
    work.delivery.parkedKeys.invalidate();
    work.waiting.clear();
    work.pauses.resumeAll();
    if (work.stopping) work.holding.end();
  });
}

/** Only errors that kafkajs can live with leave here: a TypeError, wherever it came from, would stop the consumer for good. */
async function takeBatch(work: Work, payload: EachBatchPayload): Promise<void> {
  work.active += 1;
  work.payload = payload;
  work.commits.use(payload);
  try {
    await takeMessages(work, payload);
  } catch (error) {
    if (isKafkaError(error) || meansJoinAgain(error)) throw error;
    work.context.logger.error(
      { topic: payload.batch.topic, partition: payload.batch.partition, error: String(error) },
      "batch failed",
    );
    throw new Error(`batch failed: ${String(error)}`);
  } finally {
    work.active -= 1;
  }
}

async function takeMessages(work: Work, payload: EachBatchPayload): Promise<void> {
  const { batch } = payload;
  const { holding } = work;
  const topic = work.context.logicalName(batch.topic);
  if (holding === undefined) return;
  for (const message of batch.messages) {
    if (work.stopping || holding.signal.aborted || !payload.isRunning() || payload.isStale()) break;
    if (!(await takeMessage(work, holding, payload, toRaw(topic, batch.partition, message)))) break;
    // Once the group has been divided anew, this place is no longer ours to move.
    if (work.holding !== holding) return;
    payload.resolveOffset(message.offset);
    work.commits.soon();
    await beat(work, holding, payload);
  }
  if (!holding.signal.aborted || work.stopping || work.holding !== holding) return;
  // A share that has ended must not be served on: without joining again nothing would ever be handled here.
  await work.commits.now();
  throw joinAgain();
}

/** Answers whether the partition may go on to its next message. */
async function takeMessage(work: Work, holding: Holding, payload: EachBatchPayload, raw: RawMessage): Promise<boolean> {
  const tenure = { signal: holding.signal, heartbeat: () => quietBeat(holding, payload) };
  for (;;) {
    const outcome = await work.delivery.deliver(raw, tenure);
    if (outcome.kind === "done") {
      work.waiting.over(raw);
      return true;
    }
    if (outcome.kind === "interrupted") return false;
    work.waiting.note(raw, `${outcome.handler}: ${outcome.reason}`);
    if (outcome.inMs > IN_PLACE_MS) {
      work.pauses.pause(payload.batch.topic, raw.partition, outcome.inMs);
      return false;
    }
    await sleep(outcome.inMs, holding.signal);
    await beat(work, holding, payload);
    if (holding.signal.aborted) return false;
  }
}

/** When the group is dividing anew: keep what is done, then let kafkajs join again. Other failures do not end our share. */
async function beat(work: Work, holding: Holding, payload: EachBatchPayload): Promise<void> {
  try {
    await payload.heartbeat();
  } catch (error) {
    if (meansJoinAgain(error)) {
      holding.end();
      await work.commits.now();
    }
    throw error;
  }
}

/** For handlers: they learn of a lost partition by the signal; a broker that is away is not their business. */
async function quietBeat(holding: Holding, payload: EachBatchPayload): Promise<void> {
  await payload.heartbeat().catch((error: unknown) => {
    if (meansJoinAgain(error)) holding.end();
  });
}

function startReplays(work: Work, options: ConsumeOptions): { stop(): Promise<void> } {
  const { context, delivery } = work;
  const ended = new AbortController();
  const look = async () => {
    const { holding } = work;
    if (holding === undefined || holding.signal.aborted) return;
    const heartbeat = async () => {
      if (work.payload) await quietBeat(holding, work.payload);
    };
    const deps = { ...options, logger: context.logger, delivery, owns: holding.owns };
    await replayRequested(deps, { signal: holding.signal, heartbeat });
  };
  const loop = async () => {
    while (!ended.signal.aborted) {
      await sleep(context.replayPollMs, ended.signal);
      await look().catch((error: Error) => context.logger.debug({ error: error.name }, "cannot look at the parking lot"));
    }
  };
  const running = loop();
  return {
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}

const combine = (...all: readonly ConsumptionHealth[]): ConsumptionHealth =>
  all.find(({ consuming }) => !consuming) ?? { consuming: true };

const once = (task: () => Promise<void>) => {
  let result: Promise<void> | undefined;
  return () => {
    result ??= task();
    return result;
  };
};
