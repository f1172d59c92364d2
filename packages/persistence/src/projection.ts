import type { Envelope } from "@rialto/contracts/kernel/event";
import { type Connection, type mongo, Schema } from "mongoose";
import { jittered, sleep } from "./back-off.ts";
import { databaseOf } from "./connection.ts";
import { TooContended } from "./errors.ts";
import { buildIndexes, indexDescription } from "./indexes.ts";
import { refusedBy } from "./mongo-errors.ts";
import { once } from "./once.ts";
import type { AppliedSource, ProjectedDocument, Projection, ProjectionDeclaration } from "./projection.types.ts";

const STALE_ATTEMPTS = 200;

/** A projection in one collection of this connection's database; see `Projection` for its promises. */
export function createProjection<Row>(connection: Connection, declaration: ProjectionDeclaration): Projection<Row> {
  const { name, indexes = [] } = declaration;
  const collection = databaseOf(connection).collection<ProjectedDocument<Row>>(name);
  const model = connection.model<ProjectedDocument<Row>>(name, rowSchema(name));
  const ready = once(() => buildIndexes(collection, indexes.map(indexDescription)));

  return {
    name,
    model,
    ready,
    async apply(rowId, envelope, change) {
      await ready();
      for (let attempt = 1; attempt <= STALE_ATTEMPTS; attempt++) {
        const outcome = await attemptApply(collection, rowId, envelope, (row) => change(row, envelope));
        if (outcome !== "stale") return outcome;
        await sleep(jittered(attempt, 2, 50));
      }
      throw new TooContended(rowId, STALE_ATTEMPTS);
    },
    get: async (id) => (await collection.findOne(byId<Row>(id)))?.row,
    async find(filter = {}, { sort, limit, skip } = {}) {
      const query = model.find(present(filter)).lean<ProjectedDocument<Row>[]>();
      if (sort !== undefined) query.sort({ ...sort });
      if (skip !== undefined) query.skip(skip);
      if (limit !== undefined) query.limit(limit);
      return (await query).flatMap(({ _id, row }) => (row === undefined ? [] : [{ id: _id, row }]));
    },
    count: (filter = {}) => model.countDocuments(present(filter)),
  };
}

const byId = <Row>(id: string) => ({ _id: id }) as mongo.Filter<ProjectedDocument<Row>>;

const present = <Filter extends object>(filter: Filter) => ({ $and: [filter, { row: { $exists: true } }] });

async function attemptApply<Row>(
  collection: mongo.Collection<ProjectedDocument<Row>>,
  rowId: string,
  envelope: Envelope,
  change: (row: Row | undefined) => Row | undefined,
): Promise<"applied" | "repeated" | "stale"> {
  const found = await collection.findOne(byId<Row>(rowId));
  const applied = advanced(found?.applied ?? [], envelope);
  if (applied === undefined) return "repeated";
  const row = change(found?.row);
  const next = { applied, ...(row === undefined ? {} : { row }) };
  return found === null ? insert(collection, rowId, next) : replace(collection, rowId, found.revision, next);
}

/** The positions after this event; undefined when it or a later one of its aggregate was applied before. */
function advanced(applied: readonly AppliedSource[], { source, subject, seq }: Envelope): AppliedSource[] | undefined {
  const isSame = (one: AppliedSource) => one.source === source && one.subject === subject;
  const last = applied.find(isSame)?.seq ?? 0;
  return seq <= last ? undefined : [...applied.filter((one) => !isSame(one)), { source, subject, seq }];
}

type Next<Row> = Pick<ProjectedDocument<Row>, "row" | "applied">;

async function insert<Row>(collection: mongo.Collection<ProjectedDocument<Row>>, id: string, next: Next<Row>) {
  const document = { _id: id, ...next, revision: 1 } as mongo.OptionalUnlessRequiredId<ProjectedDocument<Row>>;
  try {
    await collection.insertOne(document);
    return "applied" as const;
  } catch (error) {
    if (refusedBy(error)?.index === "_id_") return "stale" as const;
    throw error;
  }
}

async function replace<Row>(collection: mongo.Collection<ProjectedDocument<Row>>, id: string, revision: number, next: Next<Row>) {
  const filter = { _id: id, revision } as mongo.Filter<ProjectedDocument<Row>>;
  const document = { ...next, revision: revision + 1 } as mongo.WithoutId<ProjectedDocument<Row>>;
  const { matchedCount } = await collection.replaceOne(filter, document);
  return matchedCount === 1 ? ("applied" as const) : ("stale" as const);
}

const rowSchema = (collection: string) =>
  new Schema(
    { _id: String, row: Schema.Types.Mixed, applied: [Schema.Types.Mixed], revision: Number },
    { collection, minimize: false, versionKey: false, id: false },
  );
