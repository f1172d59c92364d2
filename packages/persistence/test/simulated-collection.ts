import type { Envelope } from "@rialto/contracts/kernel/event";
import type { PlannedWrite, Snapshot, WriteOutcome } from "../src/documents.types.ts";
import { HANDLED_KEPT } from "../src/mongo-documents.ts";
import type { PendingEvents, SentEvents, WaitingDocument } from "../src/outbox.types.ts";
import { MARKS_KEPT } from "../src/perform-write.ts";
import type { AggregateDocument } from "../src/store.types.ts";

/** The atomic steps that the store and the relay take on a collection, in memory: what MongoDB does, one document at a time. */
export interface SimulatedCollection<State> {
  readonly documents: Map<string, AggregateDocument<State>>;
  read(id: string, handledKey: string | undefined): Snapshot<State> | undefined;
  write(planned: PlannedWrite<State>): WriteOutcome;
  marksOf(id: string): readonly string[];
  pendingOf(ids: readonly string[], limit: number): readonly PendingEvents[];
  forget(sent: readonly SentEvents[]): void;
  waiting(limit: number): readonly WaitingDocument[];
}

export function simulatedCollection<State>(): SimulatedCollection<State> {
  const documents = new Map<string, AggregateDocument<State>>();
  const withPending = () => [...documents.values()].filter(({ pending }) => pending.length > 0);

  return {
    documents,
    read(id, handledKey) {
      const found = documents.get(id);
      if (found === undefined) return undefined;
      const handled = found.handled.find(({ key }) => key === handledKey);
      const { version, seq, state, pending } = found;
      return { version, seq, state, pendingCount: pending.length, ...(handled === undefined ? {} : { handled }) };
    },
    write(planned) {
      const found = documents.get(planned.id);
      if ((found?.version ?? 0) !== planned.baseVersion) return "stale";
      const { handled } = planned;
      const again = found?.handled.some(({ key }) => key === handled?.key) === true;
      if (again && planned.version === planned.baseVersion) return "stale";
      documents.set(planned.id, written(found, planned));
      return "written";
    },
    marksOf: (id) => documents.get(id)?.writes ?? [],
    pendingOf: (ids, limit) =>
      withPending()
        .filter(({ _id }) => ids.includes(_id))
        .map(({ _id, pending }) => ({ id: _id, events: pending.slice(0, limit), count: pending.length })),
    forget(sent) {
      for (const { id, eventIds } of sent) {
        const found = documents.get(id);
        if (found !== undefined) found.pending = found.pending.filter((event) => !eventIds.includes(event.id));
      }
    },
    waiting: (limit) =>
      withPending()
        .slice(0, limit)
        .map(({ _id, pending }) => ({ id: _id, firstEventId: (pending[0] as Envelope).id, count: pending.length })),
  };
}

function written<State>(found: AggregateDocument<State> | undefined, planned: PlannedWrite<State>): AggregateDocument<State> {
  const { id, version, seq, state, events, handled, mark } = planned;
  return {
    _id: id,
    version,
    seq,
    state,
    pending: [...(found?.pending ?? []), ...events],
    handled: [...(found?.handled ?? []), ...(handled === undefined ? [] : [handled])].slice(-HANDLED_KEPT),
    writes: [...(found?.writes ?? []), mark].slice(-MARKS_KEPT),
  };
}
