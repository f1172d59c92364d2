import { databaseOf } from "@rialto/persistence/connection";
import type { Connection } from "mongoose";
import type { Catalogue } from "../matching/match-source.ts";
import { type CatalogueDocument, collections } from "./match-rows.ts";

export interface Catalogues {
  /** How many offers and needs the present one of a fair was made from; 0 without one. */
  countOf(fairId: string): Promise<number>;
  write(catalogue: Catalogue, count: number): Promise<void>;
}

/** What each fair's words are learned from: one document a fair, which all replicas adopt at the same place of the history. */
export function createCatalogues(connection: Connection): Catalogues {
  const catalogues = databaseOf(connection).collection<CatalogueDocument>(collections.catalogues);
  return {
    countOf: async (fairId) => (await catalogues.findOne({ _id: fairId }, { projection: { count: 1 } }))?.count ?? 0,
    write: async ({ fairId, items }, count) =>
      void (await catalogues.replaceOne({ _id: fairId }, { count, items }, { upsert: true })),
  };
}
