import type { ParkedKey, ParkedMessage, ParkingLot } from "@rialto/messaging/parking-lot";
import type { Connection, mongo } from "mongoose";
import { databaseOf } from "./connection.ts";
import { once } from "./once.ts";
import { type ParkedDocument, toDocument, toMessage } from "./parked-document.ts";

/** An operator's wish that a key be taken again; it ends with the key's last message. */
interface ReplayRequest {
  _id: string;
}

interface KeySummary extends Omit<ParkedKey, "replayRequested"> {
  readonly _id: { readonly handler: string; readonly topic: string; readonly key: string };
}

const requestId = (handler: string, topic: string, key: string) => JSON.stringify([handler, topic, key]);

/** Parked messages in the collection `parked` of the service's own database, requests in `parked_replays`. */
export function createMongoParkingLot(connection: Connection): ParkingLot {
  const parked = databaseOf(connection).collection<ParkedDocument>("parked");
  const requests = databaseOf(connection).collection<ReplayRequest>("parked_replays");
  const ready = once(() => parked.createIndex({ handler: 1, topic: 1, key: 1, order: 1 }, { name: "key_in_order" }));

  return {
    async park(message) {
      await ready();
      await parked.updateOne({ _id: message.id }, { $setOnInsert: toDocument(message) }, { upsert: true });
    },
    isParked: async (handler, topic, key) => isParked(parked, handler, topic, key),
    keys: () => listKeys(parked, requests),
    async messages(handler, topic, key) {
      const found = parked.find({ handler, topic, key }, { sort: { order: 1 } });
      return (await found.toArray()).map(toMessage);
    },
    async requestReplay(handler, topic, key) {
      if (!(await isParked(parked, handler, topic, key))) return;
      await requests.updateOne({ _id: requestId(handler, topic, key) }, { $setOnInsert: {} }, { upsert: true });
    },
    async withdrawReplay(handler, topic, key) {
      await requests.deleteOne({ _id: requestId(handler, topic, key) });
    },
    async remove(id) {
      const removed = await parked.findOneAndDelete({ _id: id }, { projection: { handler: 1, topic: 1, key: 1 } });
      if (removed === null) return;
      const { handler, topic, key } = removed;
      if (!(await isParked(parked, handler, topic, key))) await requests.deleteOne({ _id: requestId(handler, topic, key) });
    },
  };
}

const isParked = async (parked: mongo.Collection<ParkedDocument>, handler: string, topic: string, key: string) =>
  (await parked.findOne({ handler, topic, key }, { projection: { _id: 1 } })) !== null;

/** Requests are read first: one whose messages are then not found has outlived them, and is forgotten. */
async function listKeys(
  parked: mongo.Collection<ParkedDocument>,
  requests: mongo.Collection<ReplayRequest>,
): Promise<readonly ParkedKey[]> {
  const requested = new Set((await requests.find().toArray()).map(({ _id }) => _id));
  const summaries = await parked.aggregate<KeySummary>(summary).toArray();
  const found = summaries.map(({ _id, ...rest }) => ({ ..._id, ...rest }));
  const isRequested = ({ handler, topic, key }: KeySummary["_id"]) => requested.has(requestId(handler, topic, key));
  await forgetOutlived(requests, requested, found);
  return found.map((key) => ({ ...key, replayRequested: isRequested(key) }));
}

const summary = [
  { $sort: { handler: 1, topic: 1, key: 1, order: 1 } },
  {
    $group: {
      _id: { handler: "$handler", topic: "$topic", key: "$key" },
      count: { $sum: 1 },
      reason: { $first: "$reason" },
      oldestParkedAt: { $min: "$parkedAt" },
    },
  },
  { $sort: { oldestParkedAt: 1 } },
];

async function forgetOutlived(
  requests: mongo.Collection<ReplayRequest>,
  requested: ReadonlySet<string>,
  found: readonly Pick<ParkedMessage, "handler" | "topic" | "key">[],
): Promise<void> {
  const alive = new Set(found.map(({ handler, topic, key }) => requestId(handler, topic, key)));
  const outlived = [...requested].filter((id) => !alive.has(id));
  if (outlived.length > 0) await requests.deleteMany({ _id: { $in: outlived } });
}
