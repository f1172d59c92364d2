import type { Envelope } from "@rialto/contracts/kernel/event";
import type { mongo } from "mongoose";
import type { Outbox } from "./outbox.types.ts";

export interface OutboxDocument {
  _id: string;
  pending: Envelope[];
}

/** Holds only the documents that have something to send, oldest first; it is empty when all is sent. */
export const PENDING_INDEX = {
  name: "pending_oldest",
  key: { "pending.0.time": 1 },
  partialFilterExpression: { "pending.0.time": { $exists: true } },
} as const;

const hasPending = { "pending.0.time": { $exists: true } };
const count = { $size: "$pending" };

/** A store's pending events, in the aggregates' own documents. */
export const mongoOutbox = (collection: mongo.Collection<OutboxDocument>): Outbox => ({
  name: collection.collectionName,

  async pendingOf(ids, limit) {
    const projection = { count, pending: { $slice: ["$pending", limit] } };
    const found = collection.find<OutboxDocument & { count: number }>({ _id: { $in: [...ids] }, ...hasPending }, { projection });
    return (await found.toArray()).map(({ _id, pending, count }) => ({ id: _id, events: pending, count }));
  },

  async forget(sent) {
    if (sent.length === 0) return;
    const ids = sent.map(({ id }) => id);
    const eventIds = sent.flatMap((one) => one.eventIds);
    // Losing this write in a failover only means that the events are sent again, so it need not wait for a majority.
    const options = { writeConcern: { w: 1 } } as const;
    await collection.updateMany({ _id: { $in: ids } }, { $pull: { pending: { id: { $in: eventIds } } } }, options);
  },

  async waiting(limit) {
    const projection = { count, first: { $first: "$pending.id" } };
    const found = collection
      .find<{ _id: string; count: number; first: string }>(hasPending, { projection })
      .hint(PENDING_INDEX.name)
      .limit(limit);
    return (await found.toArray()).map(({ _id, count, first }) => ({ id: _id, firstEventId: first, count }));
  },
});
