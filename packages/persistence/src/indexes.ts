import type { mongo } from "mongoose";
import type { StoreIndex } from "./store.types.ts";

export const indexDescription = ({ name, fields, unique, partial }: StoreIndex): mongo.IndexDescription => ({
  name,
  key: { ...fields },
  ...(unique === undefined ? {} : { unique }),
  ...(partial === undefined ? {} : { partialFilterExpression: { ...partial } }),
});

/**
 * Builds what is missing and waits until it can be relied on; safe in several processes at once. Rejects when an index
 * of that name exists with other fields or options, or when stored documents already break a unique one.
 */
export async function buildIndexes<Document extends mongo.Document>(
  collection: mongo.Collection<Document>,
  indexes: readonly mongo.IndexDescription[],
): Promise<void> {
  if (indexes.length > 0) await collection.createIndexes([...indexes]);
}
