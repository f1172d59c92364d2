import type { Relay, RelayedStore, RelayOptions } from "./relay.types.ts";
import { createRelayPump } from "./relay-pump.ts";
import { createSweeper } from "./relay-sweep.ts";
import { type After, after as afterTimeout } from "./timers.ts";

const CATCH_UP_SWEEP_MS = 50;
const STOP_WITHIN_MS = 5_000;

/** A relay for these stores; see `Relay`. It listens to their writes from now on, and sweeps from `start()` on. */
export function createRelay(options: RelayOptions): Relay {
  const { stores, bus, logger, sweepEveryMs = 2_000, backlogLimit = 1_000, after = afterTimeout } = options;
  const outboxes = new Map(stores.map(({ outbox }) => [outbox.name, outbox]));
  const pump = createRelayPump(bus, logger, after);
  const sweepAll = createSweeper([...outboxes.values()], logger, backlogLimit);
  let backlog = { backlogDocuments: 0, backlogEvents: 0 };
  let stopped = false;
  let callOffSweep = () => {};

  async function sweep(): Promise<boolean> {
    const { due, more, backlogDocuments, backlogEvents } = await sweepAll();
    backlog = { backlogDocuments, backlogEvents };
    if (!stopped) pump.push(due.filter((job) => !pump.has(job)));
    return more;
  }

  async function keepSweeping(): Promise<void> {
    const more = await sweep().catch((error: unknown) => {
      logger.warn({ err: error }, "the sweep for unsent events failed, trying again");
      return false;
    });
    if (!stopped) callOffSweep = after(more ? CATCH_UP_SWEEP_MS : sweepEveryMs, () => void keepSweeping());
  }

  const relay: Relay = {
    start: () => void keepSweeping(),
    nudge(storeName, id, all) {
      const outbox = outboxes.get(storeName);
      if (outbox === undefined || stopped) return;
      // While sending fails nobody knows for how long: keep ids only, not events.
      const known = all !== undefined && pump.counts().failuresInARow === 0 ? { known: all } : {};
      pump.push([{ outbox, id, ...known }]);
    },
    sweep: async () => void (await sweep()),
    idle: pump.idle,
    metrics: () => ({ ...backlog, ...pump.counts() }),
    async stop() {
      stopped = true;
      callOffSweep();
      pump.finish();
      await withinLimit(pump.idle(), STOP_WITHIN_MS, after);
    },
  };
  for (const store of stores) listen(relay, store);
  return relay;
}

function listen(relay: Relay, store: RelayedStore): void {
  store.onWritten(({ store: name, id, events, nothingElsePending }) => {
    if (nothingElsePending) relay.nudge(name, id, events);
    else relay.nudge(name, id);
  });
}

async function withinLimit(work: Promise<void>, limitMs: number, after: After): Promise<void> {
  let callOff = () => {};
  const limit = new Promise<void>((resolve) => {
    callOff = after(limitMs, resolve);
  });
  await Promise.race([work, limit]);
  callOff();
}
