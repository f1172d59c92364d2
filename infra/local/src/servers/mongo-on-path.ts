import type { Rung } from "./ladder.ts";
import { mongodPlan } from "./mongod.ts";
import { runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const mongoOnPath: Rung<ServerContext, ServerPlan> = {
  name: "mongod on the PATH",
  async try(context) {
    const { code } = await runProgram("mongod", ["--version"]);
    if (code !== 0) throw new Error("there is no mongod that runs");
    return mongodPlan("mongod", context);
  },
};
