import type { Bus } from "@rialto/messaging/bus";
import { jittered } from "./back-off.ts";
import type { Logger } from "./logger.ts";
import { createRelayQueue, type Job } from "./relay-queue.ts";
import { type SendResult, send } from "./relay-send.ts";
import type { After } from "./timers.ts";

const DOCUMENTS_QUEUED = 10_000;
const DOCUMENTS_AT_ONCE = 100;
/** The first sends at once; what arrives while all are busy gathers into the next batches. */
const SENDS_AT_ONCE = 4;
const LONGEST_BACK_OFF_MS = 5_000;

export interface PumpCounts {
  readonly sentEvents: number;
  readonly failures: number;
  readonly failuresInARow: number;
}

export interface RelayPump {
  push(jobs: readonly Job[]): void;
  has(job: Job): boolean;
  counts(): PumpCounts;
  /** Resolves when nothing is queued or in flight. */
  idle(): Promise<void>;
  /** From now on a failure ends the work instead of repeating it. */
  finish(): void;
}

/** Sends what is pushed, several documents at once, each in order; backs off while sending fails. */
export function createRelayPump(bus: Pick<Bus, "publish">, logger: Logger, after: After): RelayPump {
  const queue = createRelayQueue(DOCUMENTS_QUEUED);
  const idleWaiters = new Set<() => void>();
  const counts = { sentEvents: 0, failures: 0, failuresInARow: 0 };
  let sends = 0;
  let finishing = false;
  let callOffBackOff: (() => void) | undefined;

  function dispatch(): void {
    // While sending fails, one at a time tries whether it works again.
    while (callOffBackOff === undefined && sends < (counts.failuresInARow > 0 ? 1 : SENDS_AT_ONCE)) {
      const batch = queue.take(DOCUMENTS_AT_ONCE);
      if (batch.length === 0) break;
      sends++;
      void send(batch, bus).then((result) => land(batch, result));
    }
    if (queue.waiting() + queue.inFlight() > 0) return;
    for (const resolve of idleWaiters) resolve();
    idleWaiters.clear();
  }

  function land(batch: readonly Job[], result: SendResult): void {
    sends--;
    queue.landed(batch);
    if ("error" in result) failed(batch, result);
    else succeeded(result);
    dispatch();
  }

  function succeeded({ sent, unfinished }: Extract<SendResult, { sent: number }>): void {
    for (const job of unfinished) queue.add(job);
    if (counts.failuresInARow > 0) logger.info({ failures: counts.failuresInARow }, "events flow again");
    counts.failuresInARow = 0;
    counts.sentEvents += sent;
  }

  function failed(batch: readonly Job[], { failedAt, error }: Extract<SendResult, { error: unknown }>): void {
    counts.failures++;
    counts.failuresInARow++;
    logger.warn({ failedAt, documents: batch.length, inARow: counts.failuresInARow, err: error }, "events wait, trying again");
    if (finishing) queue.clear();
    else again(batch, failedAt);
  }

  function again(batch: readonly Job[], failedAt: "store" | "bus"): void {
    for (const { outbox, id, atMost } of batch) {
      if (failedAt === "bus") queue.add({ outbox, id, atMost: 1 });
      else queue.add({ outbox, id, ...(atMost === undefined ? {} : { atMost }) });
    }
    callOffBackOff ??= after(jittered(counts.failuresInARow, 50, LONGEST_BACK_OFF_MS), endBackOff);
  }

  function endBackOff(): void {
    callOffBackOff?.();
    callOffBackOff = undefined;
    dispatch();
  }

  return {
    push(jobs) {
      for (const job of jobs) queue.add(job);
      dispatch();
    },
    has: ({ outbox, id }) => queue.has(outbox, id),
    counts: () => ({ ...counts }),
    idle: () =>
      new Promise((resolve) => {
        idleWaiters.add(resolve);
        dispatch();
      }),
    finish() {
      finishing = true;
      if (counts.failuresInARow > 0) queue.clear();
      endBackOff();
    },
  };
}
