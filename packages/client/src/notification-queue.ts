/** Something with a place in a person's stream. */
export interface Placed {
  readonly cursor: string;
}

export interface NotificationQueueOptions<Item extends Placed> {
  readonly cursor: string | undefined;
  readonly handle: (item: Item) => Promise<void> | void;
  /** Everything up to this cursor has been handled. */
  readonly onHandled: (cursor: string) => void;
  /** The handler failed: what was queued is forgotten, and must be sent again from `cursor()`. */
  readonly onFailed: (error: unknown) => void;
}

export interface NotificationQueue<Item extends Placed> {
  add(item: Item): void;
  cursor(): string | undefined;
  /** Goes on from another place in the stream; what is queued is forgotten. */
  moveTo(cursor: string | undefined): void;
  /** Resolves when nothing is queued or in hand. */
  idle(): Promise<void>;
}

/** Cursors of notifications that were taken already; the server repeats no more than it replays at once. */
const REMEMBERED = 2_000;

/** Hands notifications over one by one, each once, whatever is sent again. */
export function createNotificationQueue<Item extends Placed>(options: NotificationQueueOptions<Item>): NotificationQueue<Item> {
  const taken = new Set<string>();
  let cursor: string | undefined;
  let queued: Item[] = [];
  let working: Promise<void> | undefined;

  function remember(place: string): void {
    if (taken.size >= REMEMBERED) taken.delete(taken.values().next().value ?? "");
    taken.add(place);
  }

  function forgetQueued(): void {
    for (const item of queued) taken.delete(item.cursor);
    queued = [];
  }

  function moveTo(place: string | undefined): void {
    forgetQueued();
    cursor = place;
    if (place !== undefined) remember(place);
  }

  async function work(): Promise<void> {
    for (let next = queued[0]; next !== undefined; next = queued[0]) {
      try {
        await options.handle(next);
      } catch (error) {
        forgetQueued();
        options.onFailed(error);
        return;
      }
      // While it was handled, the queue may have been moved to another place; then this one no longer counts.
      if (queued[0] !== next) continue;
      queued.shift();
      cursor = next.cursor;
      options.onHandled(cursor);
    }
  }

  moveTo(options.cursor);
  return {
    cursor: () => cursor,
    moveTo,
    add(item) {
      if (taken.has(item.cursor)) return;
      remember(item.cursor);
      queued.push(item);
      working ??= work().finally(() => {
        working = undefined;
      });
    },
    idle: async () => working,
  };
}
