export interface Acknowledger {
  /** Everything up to here has been handled. */
  note(cursor: string): void;
  /** Says so now, if there is something new to say. */
  flush(): void;
  stop(): void;
}

const AT_LATEST_MS = 1_000;
const AT_ONCE_AFTER = 20;

/** Tells the server a high-water mark now and then, rather than each cursor: once a second, or after 20. */
export function createAcknowledger(send: (cursor: string) => void): Acknowledger {
  let newest: string | undefined;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    count = 0;
    if (newest !== undefined) send(newest);
    newest = undefined;
  }

  return {
    note(cursor) {
      newest = cursor;
      if (++count >= AT_ONCE_AFTER) flush();
      else timer ??= setTimeout(flush, AT_LATEST_MS);
    },
    flush,
    stop: () => clearTimeout(timer),
  };
}
