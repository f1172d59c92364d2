import { MongoClient } from "mongodb";
import { Problem } from "../problem.ts";
import type { Rung } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

async function requireAnswer(url: string): Promise<void> {
  try {
    const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
    await client.db("admin").command({ ping: 1 });
    await client.close();
  } catch {
    throw new Problem(
      "MONGO_UNREACHABLE",
      "MONGO_URL is set, but no MongoDB answers there. Correct it, or unset it to get a local one.",
    );
  }
}

export const mongoFromEnvironment: Rung<ServerContext, ServerPlan> = {
  name: "the one that MONGO_URL names",
  async try({ env }) {
    const url = env.MONGO_URL;
    if (!url) throw new Error("not set");
    await requireAnswer(url);
    return { address: url };
  },
};
