import type { Draft } from "@rialto/contracts/kernel/event";
import { type Connection, Schema } from "mongoose";
import { sleep } from "./back-off.ts";
import { databaseOf } from "./connection.ts";
import { createTurns } from "./in-turn.ts";
import { buildIndexes, indexDescription } from "./indexes.ts";
import { mongoDocuments } from "./mongo-documents.ts";
import { mongoOutbox, type OutboxDocument, PENDING_INDEX } from "./mongo-outbox.ts";
import { once } from "./once.ts";
import type { AggregateDocument, CommittedWrite, Store, StoreDeclaration, StoreOptions } from "./store.types.ts";
import { updateAggregate } from "./update-aggregate.ts";

const isoNow = () => new Date().toISOString();

/** A store on one collection of this connection's database; see `Store` for its promises. */
export function createStore<State, Event extends Draft>(
  connection: Connection,
  declaration: StoreDeclaration<State, Event>,
  { clock = isoNow, onWritten }: StoreOptions = {},
): Store<State, Event> {
  const { name, context, initial, evolve } = declaration;
  const database = databaseOf(connection);
  const collection = database.collection<AggregateDocument<State>>(name);
  const outbox = mongoOutbox(database.collection<OutboxDocument>(name));
  const documents = mongoDocuments(collection);
  const definitions = new Map(declaration.definitions.map((definition) => [definition.type, definition]));
  const listeners = new Set(onWritten === undefined ? [] : [onWritten]);
  const announce = (write: CommittedWrite) => {
    for (const listener of listeners) listener(write);
  };
  const ready = once(() => buildIndexes(collection, [PENDING_INDEX, ...(declaration.indexes ?? []).map(indexDescription)]));
  const inTurn = createTurns();
  const settled = { store: name, source: `/rialto/${context}`, definitions, evolve, initial, sleep, clock, onWritten: announce };

  return {
    name,
    model: connection.model<AggregateDocument<State>>(name, aggregateSchema(name)),
    outbox,
    ready,
    onWritten: (listener) => void listeners.add(listener),
    async load(id) {
      const found = await documents.read(id, undefined);
      return { id, version: found?.version ?? 0, state: found?.state ?? initial };
    },
    async update(id, decide, cause) {
      await ready();
      return inTurn(id, () => updateAggregate(documents, { ...settled, id, decide, cause }));
    },
  };
}

/** For named queries. The state has no schema: its type is the domain's, and only the store writes it. */
const aggregateSchema = (collection: string) =>
  new Schema(
    {
      _id: String,
      version: Number,
      seq: Number,
      state: Schema.Types.Mixed,
      pending: [Schema.Types.Mixed],
      handled: [Schema.Types.Mixed],
      writes: [String],
    },
    { collection, minimize: false, versionKey: false, id: false },
  );
