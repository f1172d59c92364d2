import type { Notification } from "@rialto/contracts/gateway/notifications";

/** Where a stream ends: one connection of one person. */
export interface Outlet {
  send(notification: Notification): void;
  /** The connection did not keep up; what it misses comes back by replay. */
  overflow(): void;
}

export interface RecipientStream {
  /** A notification from the live feed, in the order of cursors. */
  offer(notification: Notification): void;
  /**
   * What the person missed, in the order of cursors; from now on `offer` sends at once. Without a replay the stream
   * continues after `from`, the end of what the person reads in the inbox.
   */
  caughtUp(missed: readonly Notification[], from?: string): void;
}

/** Live notifications that may wait while the missed ones are read; beyond it the connection starts over. */
const WAITING_LIMIT = 1_000;

/**
 * One person's stream on one connection: while the missed notifications are read from the inbox, live ones wait; then both
 * are sent as one sequence. Whatever the two sources repeat is sent once, because cursors only grow.
 */
export function recipientStream(outlet: Outlet, start: string): RecipientStream {
  let last = start;
  let waiting: Notification[] | undefined = [];

  const send = (notification: Notification) => {
    if (notification.cursor <= last) return;
    last = notification.cursor;
    outlet.send(notification);
  };

  return {
    offer(notification) {
      if (waiting === undefined) return send(notification);
      if (waiting.length >= WAITING_LIMIT) return outlet.overflow();
      waiting.push(notification);
    },
    caughtUp(missed, from = last) {
      last = from;
      missed.forEach(send);
      waiting?.forEach(send);
      waiting = undefined;
    },
  };
}
