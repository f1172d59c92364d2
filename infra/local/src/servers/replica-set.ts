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
  // Without this it would wait for ten seconds before it elects itself.
  await untilItWorks(() => admin.command({ replSetStepUp: 1 }), AbortSignal.timeout(4_000));
}

async function requirePrimary(admin: Db): Promise<void> {
  const { isWritablePrimary } = await admin.command({ hello: 1 });
  if (isWritablePrimary !== true) throw new Error("the replica set has no primary yet");
}

const options = { directConnection: true, serverSelectionTimeoutMS: 500, connectTimeoutMS: 1_000 };

/** A new client for every question: one whose first connection was refused is closed for good. */
async function ask(port: number, question: (admin: Db) => Promise<void>): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, options);
  try {
    await question(client.db("admin"));
  } finally {
    await client.close();
  }
}

/** Makes the server on this port the primary of a replica set of one, and resolves when it takes writes. */
export async function makePrimary(port: number, signal: AbortSignal): Promise<void> {
  await untilItWorks(() => ask(port, (admin) => configure(admin, port)), signal);
  await untilItWorks(() => ask(port, requirePrimary), signal, 50);
}
