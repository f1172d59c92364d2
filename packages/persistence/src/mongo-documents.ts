import type { mongo } from "mongoose";
import { answeredInTime } from "./answered-in-time.ts";
import type { Documents, PlannedWrite, Snapshot, WriteOutcome } from "./documents.types.ts";
import { translated } from "./mongo-errors.ts";
import { MARKS_KEPT } from "./perform-write.ts";
import { createSharedReads } from "./shared-reads.ts";
import type { AggregateDocument, HandledCommand } from "./store.types.ts";
import { throughTrouble } from "./through-trouble.ts";

/** How many commands with an Idempotency-Key a document remembers. */
export const HANDLED_KEPT = 8;

const SNAPSHOT = { version: 1, seq: 1, state: 1, pendingCount: { $size: "$pending" } };

interface SnapshotDocument<State> {
  _id: string;
  version: number;
  seq: number;
  state: State;
  pendingCount: number;
  handled?: HandledCommand<State>[];
}

type Aggregates<State> = mongo.Collection<AggregateDocument<State>>;

/**
 * The update algorithm's steps on a MongoDB collection. They go to the driver directly: mongoose would cast and walk a
 * state that it has no schema for.
 */
export function mongoDocuments<State>(collection: Aggregates<State>): Documents<State> {
  const reads = createSharedReads((requests: readonly ReadRequest[]) => answeredInTime(readMany(collection, requests)));
  return {
    read: (id, handledKey) => throughTrouble(() => reads.read({ id, handledKey })),
    async write(planned) {
      try {
        return await answeredInTime(planned.baseVersion === 0 ? insert(collection, planned) : replace(collection, planned));
      } catch (error) {
        const meaning = translated(error, planned.id);
        if (meaning === undefined) return "stale";
        throw meaning;
      }
    },

    async marksOf(id) {
      const options = { projection: { writes: 1 }, readConcern: { level: "linearizable" }, maxTimeMS: 5_000 } as const;
      const found = await throughTrouble(() => answeredInTime(collection.findOne<{ writes: string[] }>(byId(id), options)));
      return found?.writes ?? [];
    },
  };
}

interface ReadRequest {
  readonly id: string;
  readonly handledKey: string | undefined;
}

async function readMany<State>(
  collection: Aggregates<State>,
  requests: readonly ReadRequest[],
): Promise<(Snapshot<State> | undefined)[]> {
  const keys = requests.flatMap(({ handledKey }) => handledKey ?? []);
  const ids = [...new Set(requests.map(({ id }) => id))];
  const filter = { _id: { $in: ids } } as mongo.Filter<AggregateDocument<State>>;
  const options = { projection: keys.length === 0 ? SNAPSHOT : { ...SNAPSHOT, handled: handledWith(keys) } };
  const found = await collection.find<SnapshotDocument<State>>(filter, options).toArray();
  const byId = new Map(found.map((document) => [document._id, document]));
  return requests.map(({ id, handledKey }) => snapshot(byId.get(id), handledKey));
}

const handledWith = (keys: readonly string[]) => ({
  $filter: { input: "$handled", cond: { $in: ["$$this.key", { $literal: keys }] } },
});

function snapshot<State>(
  found: SnapshotDocument<State> | undefined,
  handledKey: string | undefined,
): Snapshot<State> | undefined {
  if (found === undefined) return undefined;
  const { version, seq, state, pendingCount } = found;
  const handled = handledKey === undefined ? undefined : found.handled?.find(({ key }) => key === handledKey);
  return { version, seq, state, pendingCount, ...(handled === undefined ? {} : { handled }) };
}

// The driver cannot see that the string `_id` of a generic document is one.
const byId = <State>(id: string) => ({ _id: id }) as mongo.Filter<AggregateDocument<State>>;

async function insert<State>(collection: Aggregates<State>, planned: PlannedWrite<State>): Promise<WriteOutcome> {
  const { id, version, seq, state, events, handled, mark } = planned;
  const document = {
    _id: id,
    version,
    seq,
    state,
    pending: [...events],
    handled: handled === undefined ? [] : [handled],
    writes: [mark],
  };
  await collection.insertOne(document as mongo.OptionalUnlessRequiredId<AggregateDocument<State>>);
  return "written";
}

async function replace<State>(collection: Aggregates<State>, planned: PlannedWrite<State>): Promise<WriteOutcome> {
  const { id, baseVersion, version, seq, state, events, handled, mark } = planned;
  const push = {
    writes: { $each: [mark], $slice: -MARKS_KEPT },
    ...(events.length === 0 ? {} : { pending: { $each: events } }),
    ...(handled === undefined ? {} : { handled: { $each: [handled], $slice: -HANDLED_KEPT } }),
  };
  // A write without events leaves the version as it was, so it must not count the same command twice by itself.
  const unhandled = version === baseVersion && handled !== undefined ? { "handled.key": { $ne: handled.key } } : {};
  const filter = { _id: id, version: baseVersion, ...unhandled } as mongo.Filter<AggregateDocument<State>>;
  const update = { $set: { version, seq, state }, $push: push } as mongo.UpdateFilter<AggregateDocument<State>>;
  const { matchedCount } = await collection.updateOne(filter, update);
  return matchedCount === 1 ? "written" : "stale";
}
