import { databaseOf } from "@rialto/persistence/connection";
import type { ProjectedDocument } from "@rialto/persistence/projection.types";
import type { AggregateDocument } from "@rialto/persistence/store.types";
import type { Connection, mongo } from "mongoose";
import { mongo as driver } from "mongoose";
import type { Organization } from "../domain/organization.ts";
import type { PreferenceNote } from "../domain/preference.ts";
import type { MatchChange, MatchSource, NotedPreference } from "../matching/match-source.ts";
import type { Organizations } from "./organizations.ts";
import type { Preferences } from "./preferences.ts";

interface Mark {
  _id: string;
  number: number;
}
type Watched = ProjectedDocument<Organization> | AggregateDocument<PreferenceNote> | Mark;
type Change =
  | mongo.ChangeStreamInsertDocument<Watched>
  | mongo.ChangeStreamReplaceDocument<Watched>
  | mongo.ChangeStreamUpdateDocument<Watched>;

const marksCollection = "matchMarks";
const operations = ["insert", "replace", "update"];

/**
 * The service's own rows and MongoDB's change stream over them: its order is the same for every replica, and an event comes
 * only once a majority has it.
 */
export function createMatchSource(
  connection: Connection,
  { organizations, preferences }: { readonly organizations: Organizations; readonly preferences: Preferences },
): MatchSource {
  const database = databaseOf(connection);
  const marks = database.collection<Mark>(marksCollection);
  const watched = [organizations.name, preferences.name, marksCollection];
  const pipeline = [{ $match: { "ns.coll": { $in: watched }, operationType: { $in: operations } } }];

  return {
    async position() {
      const { operationTime } = await database.command({ ping: 1 });
      return toText(operationTime);
    },
    organizations: async () => (await organizations.find({ "row.status": "verified" })).map(({ row }) => row),
    async exclusions() {
      const notes = await preferences.model
        .find({ "state.preference": "noThanks" }, { state: 1 })
        .lean<{ state: NotedPreference }[]>();
      return notes.map(({ state }) => state);
    },
    async *changes(after, signal) {
      const stream = database.watch<Watched, Change>(pipeline, {
        fullDocument: "updateLookup",
        startAtOperationTime: toTimestamp(after),
      });
      const close = () => void stream.close();
      signal.addEventListener("abort", close);
      try {
        while (!signal.aborted) yield* toMatchChange(await stream.next(), organizations.name, preferences.name);
      } finally {
        signal.removeEventListener("abort", close);
        await stream.close();
      }
    },
    mark: async (replica, number) => void (await marks.replaceOne({ _id: replica }, { number }, { upsert: true })),
    forget: async (replica) => void (await marks.deleteOne({ _id: replica })),
  };
}

function toMatchChange({ ns, documentKey, fullDocument, clusterTime }: Change, rows: string, notes: string): MatchChange[] {
  const position = toText(clusterTime);
  const id = String(documentKey._id);
  if (ns.coll === rows) {
    const { row } = (fullDocument ?? {}) as Partial<ProjectedDocument<Organization>>;
    return [{ position, kind: "organization", organizationId: id, organization: row }];
  }
  if (ns.coll === notes) {
    const { state } = (fullDocument ?? {}) as Partial<AggregateDocument<PreferenceNote>>;
    return state?.status === "noted" ? [{ position, kind: "preference", note: state }] : [];
  }
  return [{ position, kind: "mark", replica: id, number: (fullDocument as Mark | undefined)?.number ?? 0 }];
}

/** Seconds and counter with leading zeros, so that text compares as time does. */
const toText = (time: mongo.Timestamp | undefined): string =>
  time === undefined ? "" : `${digits(time.getHighBitsUnsigned())}.${digits(time.getLowBitsUnsigned())}`;

const digits = (value: number) => String(value).padStart(10, "0");

function toTimestamp(position: string): mongo.Timestamp {
  const [seconds, counter] = position.split(".").map(Number);
  return new driver.Timestamp({ t: seconds ?? 0, i: counter ?? 0 });
}
