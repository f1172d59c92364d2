import { type Db, MongoClient } from "mongodb";
import { untilItWorks } from "./until.ts";

const memberOf = (port: number) => ({ _id: 0, host: `127.0.0.1:${port}` });

async function hasMember(admin: Db, port: number): Promise<"none" | "same" | { version: number }> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    return config.members[0]?.host === memberOf(port).host ? "same" : { version: config.version };
  } catch (error) {
    if (error instanceof Error && "codeName" in error && error.codeName === "NotYetInitialized") return "none";
    throw error;
  }
}

async function configure(admin: Db, port: number): Promise<void> {
  const found = await hasMember(admin, port);
  if (found === "same") return;
  const members = [memberOf(port)];
  if (found === "none") return void (await admin.command({ replSetInitiate: { _id: "rs0", members } }));
  // The data were written under another port: the only member moves with them.
  const config = { _id: "rs0", version: found.version + 1, members, protocolVersion: 1 };
  await admin.command({ replSetReconfig: config, force: true });
}

async function requirePrimary(admin: Db): Promise<void> {
  const { isWritablePrimary } = await admin.command({ hello: 1 });
  if (isWritablePrimary !== true) throw new Error("the replica set has no primary yet");
}

/** Makes the server on this port the primary of a replica set of one, and resolves when it takes writes. */
export async function makePrimary(port: number, signal: AbortSignal): Promise<void> {
  const options = { directConnection: true, serverSelectionTimeoutMS: 1_000, connectTimeoutMS: 1_000 };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, options);
  try {
    await untilItWorks(() => configure(client.db("admin"), port), signal);
    await untilItWorks(() => requirePrimary(client.db("admin")), signal, 50);
  } finally {
    await client.close();
  }
}
