import type { Envelope } from "@rialto/contracts/kernel/event";
import type { Bus } from "@rialto/messaging/bus";
import type { Logger } from "./logger.ts";
import type { Outbox } from "./outbox.types.ts";
import type { CommittedWrite } from "./store.types.ts";
import type { After } from "./timers.ts";

/** What the relay needs of a store. */
export interface RelayedStore {
  readonly outbox: Outbox;
  onWritten(listener: (write: CommittedWrite) => void): void;
}

export interface RelayOptions {
  readonly stores: readonly RelayedStore[];
  readonly bus: Pick<Bus, "publish">;
  readonly logger: Logger;
  /** Default 2,000. How long an event can wait that no nudge announced, for example after a crash. */
  readonly sweepEveryMs?: number;
  /** Default 1,000. More pending events than this in one document are logged as an error at each sweep. */
  readonly backlogLimit?: number;
  readonly after?: After;
}

export interface RelayMetrics {
  /** Documents and events that waited at the last sweep; at most 1,000 documents are counted per store. */
  readonly backlogDocuments: number;
  readonly backlogEvents: number;
  /** Since the start, repeats included. */
  readonly sentEvents: number;
  readonly failures: number;
  /** Failures since the last success; more than 0: the bus or the database does not take what we have. */
  readonly failuresInARow: number;
}

/**
 * Sends pending events: all of a document in order, then forgets them. Nudged after each write of its stores; the sweep
 * finds what no nudge announced. Several relays at once are safe: events repeat, and first occurrences stay in order.
 */
export interface Relay {
  /** Begins sweeping, at once. The stores must be ready. */
  start(): void;
  /** Sends what this document has pending; `all` are its pending events, if they are known. Never throws. */
  nudge(storeName: string, id: string, all?: readonly Envelope[]): void;
  /** One sweep; resolves when its finds are queued. */
  sweep(): Promise<void>;
  /** Resolves when nothing is queued or in flight here. */
  idle(): Promise<void>;
  metrics(): RelayMetrics;
  /** Finishes what is in flight and, for at most 5 s, what is queued. The rest stays pending in its documents. */
  stop(): Promise<void>;
}
