import { randomUUID } from "node:crypto";
import type { Connection } from "mongoose";
import { afterAll } from "vitest";
import { closeMongo, connectMongo } from "../src/connection.ts";
import { mongoUrl } from "./mongo-url.ts";

export const uniqueDatabase = (): string => `persistence_${randomUUID().slice(0, 8)}`;

/** A connection to a database of its own; both are gone after the file's tests. */
export async function testDatabase(): Promise<Connection> {
  const connection = await connectMongo({ url: mongoUrl(), database: uniqueDatabase() });
  afterAll(async () => {
    await connection.dropDatabase();
    await closeMongo(connection);
  });
  return connection;
}
