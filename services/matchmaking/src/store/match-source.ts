import { databaseOf } from "@rialto/persistence/connection";
import type { ProjectedDocument } from "@rialto/persistence/projection.types";
import type { AggregateDocument } from "@rialto/persistence/store.types";
import type { Connection, mongo } from "mongoose";
import { mongo as driver } from "mongoose";
import type { Fair } from "../domain/fair.ts";
import type { Meeting } from "../domain/meeting.ts";
import type { Organization } from "../domain/organization.ts";
import type { PreferenceNote } from "../domain/preference.ts";
import type { MarkBook, MatchChange, MatchSource } from "../matching/match-source.ts";
import { collections, newsOfMeeting, readMatchRows, slotsOf } from "./match-rows.ts";

interface Mark {
  _id: string;
  number: number;
}
type Row = ProjectedDocument<Organization> | ProjectedDocument<Fair>;
type Aggregate = AggregateDocument<PreferenceNote> | AggregateDocument<Meeting>;
type Watched = Row | Aggregate | Mark;
type Change =
  | mongo.ChangeStreamInsertDocument<Watched>
  | mongo.ChangeStreamReplaceDocument<Watched>
  | mongo.ChangeStreamUpdateDocument<Watched>;

const watched: readonly string[] = Object.values(collections);
const pipeline = [
  { $match: { "ns.coll": { $in: watched }, operationType: { $in: ["insert", "replace", "update"] } } },
  // A document's outbox and history are its own business.
  {
    $unset: ["fullDocument.pending", "fullDocument.handled", "fullDocument.writes", "fullDocument.applied", "fullDocument.items"],
  },
];

/**
 * The service's own rows and MongoDB's change stream over them: its order is the same for every replica, and an event comes
 * only once a majority has it. A document may come as it was a moment later, and then comes again.
 */
export function createMatchSource(connection: Connection): MatchSource {
  const database = databaseOf(connection);
  return {
    async position() {
      const { operationTime } = await database.command({ ping: 1 });
      return toText(operationTime);
    },
    rows: () => readMatchRows(database),
    markOf: async (replica) => (await marksIn(connection).findOne({ _id: replica }))?.number ?? 0,
    async *changes(after, signal) {
      const stream = database.watch<Watched, Change>(pipeline, {
        fullDocument: "updateLookup",
        startAtOperationTime: toTimestamp(after),
      });
      const close = () => void stream.close();
      signal.addEventListener("abort", close);
      try {
        while (!signal.aborted) yield* changeOf(await stream.next());
      } finally {
        signal.removeEventListener("abort", close);
        await stream.close();
      }
    },
  };
}

const marksIn = (connection: Connection) => databaseOf(connection).collection<Mark>(collections.marks);

export const createMarkBook = (connection: Connection): MarkBook => ({
  write: async (replica, number) => void (await marksIn(connection).replaceOne({ _id: replica }, { number }, { upsert: true })),
  forget: async (replica) => void (await marksIn(connection).deleteOne({ _id: replica })),
});

function changeOf({ ns, documentKey, fullDocument, clusterTime }: Change): MatchChange[] {
  const position = toText(clusterTime);
  const id = String(documentKey._id);
  switch (ns.coll) {
    case collections.organizations: {
      const { row } = (fullDocument ?? {}) as Partial<ProjectedDocument<Organization>>;
      return [{ position, kind: "organization", organizationId: id, organization: row }];
    }
    case collections.fairs: {
      const { row } = (fullDocument ?? {}) as Partial<ProjectedDocument<Fair>>;
      return row === undefined ? [] : [{ position, kind: "fair", ...slotsOf(row) }];
    }
    case collections.preferences: {
      const { state } = (fullDocument ?? {}) as Partial<AggregateDocument<PreferenceNote>>;
      return state?.status === "noted" ? [{ position, kind: "preference", note: state }] : [];
    }
    case collections.meetings: {
      const { state } = (fullDocument ?? {}) as Partial<AggregateDocument<Meeting>>;
      return state === undefined || state.status === "none" ? [] : [{ position, kind: "meeting", meeting: newsOfMeeting(state) }];
    }
    case collections.catalogues:
      return [{ position, kind: "catalogue", fairId: id }];
    default:
      return [{ position, kind: "mark", replica: id, number: (fullDocument as Mark | undefined)?.number ?? 0 }];
  }
}

/** Seconds and counter with leading zeros, so that text compares as time does. */
const toText = (time: mongo.Timestamp | undefined): string =>
  time === undefined ? "" : `${digits(time.getHighBitsUnsigned())}.${digits(time.getLowBitsUnsigned())}`;

const digits = (value: number) => String(value).padStart(10, "0");

function toTimestamp(position: string): mongo.Timestamp {
  const [seconds, counter] = position.split(".").map(Number);
  return new driver.Timestamp({ t: seconds ?? 0, i: counter ?? 0 });
}
