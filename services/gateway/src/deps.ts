import type { Inbox } from "./store/inbox.ts";
import type { Streams } from "./store/streams.ts";

/** What routes work with. */
export interface GatewayDeps {
  readonly inbox: Inbox;
  readonly streams: Streams;
  /** The life of the notifications log that cursors belong to. */
  readonly epoch: () => number;
  /** Waits a little until what this replica has pushed is in the inbox: whoever was told asks at once. */
  readonly inboxCaughtUp: () => Promise<unknown>;
}

/** Unread notifications are counted up to here; the contract promises no more. */
export const UNREAD_LIMIT = 1_000;
