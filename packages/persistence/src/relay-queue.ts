import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Outbox } from "./outbox.types.ts";

/** A document to be sent. */
export interface Job {
  readonly outbox: Outbox;
  readonly id: string;
  /** Everything it has pending, when the writer could tell: spares a read. */
  readonly known?: readonly Envelope[];
  /** It was part of a batch that failed: send it alone, and no more events at once than this, so that it holds up nobody else. */
  readonly atMost?: number;
}

export interface RelayQueue {
  /** False when the queue is full; the sweep finds the document again. */
  add(job: Job): boolean;
  has(outbox: Outbox, id: string): boolean;
  /** The next documents to send, none of which is in flight; they are in flight until `landed`. */
  take(most: number): readonly Job[];
  landed(jobs: readonly Job[]): void;
  clear(): void;
  waiting(): number;
  inFlight(): number;
}

const keyOf = ({ outbox, id }: Pick<Job, "outbox" | "id">) => `${outbox.name}/${id}`;

/** What waits to be sent, each document once; never two sends of one document at the same time. */
export function createRelayQueue(capacity: number): RelayQueue {
  const waiting = new Map<string, Job>();
  const flying = new Set<string>();

  // Of two announcements neither knows all that is pending.
  const merged = ({ outbox, id, atMost }: Job, earlier: Job | undefined): Job => {
    const least = Math.min(atMost ?? Number.POSITIVE_INFINITY, earlier?.atMost ?? Number.POSITIVE_INFINITY);
    return { outbox, id, ...(Number.isFinite(least) ? { atMost: least } : {}) };
  };

  return {
    add(job) {
      const key = keyOf(job);
      const earlier = waiting.get(key);
      if (earlier === undefined && waiting.size >= capacity) return false;
      // A send in flight may already have read what the writer announces: look again rather than repeat it.
      waiting.set(key, earlier !== undefined || flying.has(key) ? merged(job, earlier) : job);
      return true;
    },
    has: (outbox, id) => waiting.has(keyOf({ outbox, id })) || flying.has(keyOf({ outbox, id })),
    take(most) {
      const batch: Job[] = [];
      for (const [key, job] of waiting) {
        if (flying.has(key)) continue;
        if (job.atMost !== undefined && batch.length > 0) continue;
        batch.push(job);
        if (job.atMost !== undefined || batch.length === most) break;
      }
      for (const job of batch) {
        waiting.delete(keyOf(job));
        flying.add(keyOf(job));
      }
      return batch;
    },
    landed(jobs) {
      for (const job of jobs) flying.delete(keyOf(job));
    },
    clear: () => waiting.clear(),
    waiting: () => waiting.size,
    inFlight: () => flying.size,
  };
}
