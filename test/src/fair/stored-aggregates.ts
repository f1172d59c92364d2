import { serviceNames } from "@rialto/local/topology";
import { connectMongo } from "@rialto/persistence/connection";
import type { FairNames, Servers } from "./names.ts";

/** One aggregate as its service keeps it: the last event it ever wrote, and how many wait to be sent. */
export interface StoredAggregate {
  readonly source: string;
  readonly id: string;
  readonly seq: number;
  readonly waiting: number;
}

type Found = { _id: string; seq: number; waiting: number };

const isAggregate = { seq: { $type: "number" }, pending: { $type: "array" }, writes: { $type: "array" } } as const;

/** Every aggregate of every service. Looks into the databases, which no service may: only so can a lost event be missed. */
export async function storedAggregates(names: FairNames, { mongoUrl }: Servers): Promise<StoredAggregate[]> {
  const found: StoredAggregate[] = [];
  for (const name of serviceNames) {
    const connection = await connectMongo({ url: mongoUrl, database: names.databaseOf(name) });
    for (const collection of (await connection.db?.collections()) ?? []) {
      const projection = { seq: 1, waiting: { $size: "$pending" } };
      for await (const { _id, seq, waiting } of collection.find<Found>(isAggregate, { projection })) {
        found.push({ source: `/rialto/${name}`, id: _id, seq, waiting });
      }
    }
    await connection.close();
  }
  return found;
}
