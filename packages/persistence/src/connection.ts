import { type Connection, createConnection, type mongo } from "mongoose";
import { answeredInTime } from "./answered-in-time.ts";
import { wakingConnections } from "./driver-connection.ts";

export interface MongoOptions {
  /** With its replica set: `mongodb://host:27017/?replicaSet=rs0`. */
  readonly url: string;
  readonly database: string;
  /** Shown in the server's logs and `currentOp`: the service's name. */
  readonly appName?: string;
  readonly maxPoolSize?: number;
  /** How long an operation waits for a primary before it fails. */
  readonly serverSelectionTimeoutMs?: number;
  /** A socket that is silent for so long is given up: a stopped server must not hold requests for ever. */
  readonly socketTimeoutMs?: number;
}

/**
 * Connects to one service's database; rejects when no primary is found in time. Writes are acknowledged by a majority.
 * Models belong to this connection, never to mongoose's global one. Indexes are built by `store.ready()` alone.
 */
export const connectMongo = (options: MongoOptions): Promise<Connection> =>
  createConnection(options.url, {
    ...wakingConnections,
    dbName: options.database,
    ...(options.appName === undefined ? {} : { appName: options.appName }),
    writeConcern: { w: "majority" },
    retryWrites: true,
    retryReads: true,
    maxPoolSize: options.maxPoolSize ?? 50,
    serverSelectionTimeoutMS: options.serverSelectionTimeoutMs ?? 5_000,
    connectTimeoutMS: 5_000,
    socketTimeoutMS: options.socketTimeoutMs ?? 15_000,
    autoIndex: false,
    autoCreate: false,
    // The driver waits for a primary by itself; mongoose's own queue on top would only hide an outage.
    bufferCommands: false,
    // `undefined` means absent, as it does in JSON.
    ignoreUndefined: true,
  }).asPromise();

export type MongoHealth = { readonly healthy: true } | { readonly healthy: false; readonly reason: string };

/** Whether the primary answers within `timeoutMs`. Never rejects. */
export async function mongoHealth(connection: Connection, timeoutMs = 2_000): Promise<MongoHealth> {
  try {
    await answeredInTime(databaseOf(connection).command({ ping: 1 }), timeoutMs);
    return { healthy: true };
  } catch (error) {
    return { healthy: false, reason: error instanceof Error ? error.name : "unknown" };
  }
}

/** Waits for operations in flight, then closes all sockets. */
export const closeMongo = (connection: Connection): Promise<void> => connection.close();

/** The driver's database under a connection; throws while it is not connected. */
export function databaseOf(connection: Connection): mongo.Db {
  if (connection.db === undefined) throw new Error("the connection to MongoDB is not open yet");
  return connection.db;
}
