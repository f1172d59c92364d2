import { createSignal, type Signal } from "../shared/signal.ts";
import { entriesOn, type Queued, type Refusal, type Shelf } from "./entries.ts";

/** `later`: nothing answers now. */
export type Sent = "taken" | "later" | Refusal;

export interface QueueParts {
  readonly shelf: Shelf;
  /** Runs the work while no other tab does the same. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly send: (entry: Queued) => Promise<Sent>;
  readonly newKey: () => string;
  readonly now: () => number;
  /** Whose entries are sent; `undefined`: nobody is signed in. */
  readonly account: () => string | undefined;
  readonly taken: () => void;
}

export interface Queue {
  /** Everything of everybody at this device, oldest first. */
  readonly entries: Signal<readonly Queued[]>;
  add(fairId: string, meetingId: string): void;
  /** Sends what waits, one after the other; true: nothing of this account waits any more. */
  flush(): Promise<boolean>;
  tryAgain(entry: Queued): void;
  dismiss(entry: Queued): void;
  /** Another tab has changed something. */
  reread(): void;
}

/** Check-ins that wait for a network: none is lost by a reload, none is sent by two tabs. */
export function createQueue(parts: QueueParts): Queue {
  const { shelf, alone, send, newKey, now, account, taken } = parts;
  const kept = entriesOn(shelf);
  const entries = createSignal<readonly Queued[]>(kept.all());
  const reread = () => entries.set(kept.all());
  const put = (entry: Queued) => {
    kept.put(entry);
    reread();
  };
  const remove = (entry: Queued) => {
    // Not what was queued anew meanwhile.
    if (kept.of(entry)?.key === entry.key) kept.remove(entry);
    reread();
  };
  const nextOf = (accountId: string) => kept.all().find((entry) => entry.accountId === accountId && entry.refusal === undefined);

  /** Looked up anew after each one: another tab may have sent some. */
  async function sendAll(): Promise<boolean> {
    for (;;) {
      const accountId = account();
      const entry = accountId === undefined ? undefined : nextOf(accountId);
      if (entry === undefined) return accountId !== undefined;
      const answer = await send(entry);
      if (answer === "later") return false;
      if (answer === "taken") {
        remove(entry);
        taken();
      } else put({ ...entry, refusal: answer });
    }
  }

  let sending: Promise<boolean> | undefined;
  async function flush(): Promise<boolean> {
    let isEmpty = false;
    await alone(async () => {
      isEmpty = await sendAll();
    });
    reread();
    return isEmpty;
  }

  return {
    entries,
    reread,
    add(fairId, meetingId) {
      const accountId = account();
      if (accountId === undefined) return;
      const before = kept.of({ accountId, meetingId });
      if (before !== undefined && before.refusal === undefined) return;
      put({ fairId, meetingId, accountId, key: newKey(), queuedAt: now() });
    },
    flush() {
      sending ??= flush().finally(() => {
        sending = undefined;
      });
      return sending;
    },
    tryAgain: ({ refusal: _, ...entry }) => put({ ...entry, key: newKey() }),
    dismiss: remove,
  };
}
