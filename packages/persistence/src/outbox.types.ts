import type { Envelope } from "@rialto/contracts/kernel/event";

export interface PendingEvents {
  readonly id: string;
  /** The oldest events, in order. */
  readonly events: readonly Envelope[];
  /** How many events the document has to send in all. */
  readonly count: number;
}

export interface SentEvents {
  readonly id: string;
  readonly eventIds: readonly string[];
}

/** A document that has something to send. */
export interface WaitingDocument {
  readonly id: string;
  readonly firstEventId: string;
  readonly count: number;
}

/** The relay's view of a store: which events wait, and which are known to be on the bus. */
export interface Outbox {
  /** The store's name. */
  readonly name: string;
  /** At most `limit` events of each document that has any. */
  pendingOf(ids: readonly string[], limit: number): Promise<readonly PendingEvents[]>;
  /** Forgets events that are on the bus. When it is not durable at once, they are only sent again. */
  forget(sent: readonly SentEvents[]): Promise<void>;
  /** Documents with pending events, longest waiting first. */
  waiting(limit: number): Promise<readonly WaitingDocument[]>;
}
