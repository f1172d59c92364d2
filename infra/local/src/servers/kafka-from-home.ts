import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { findJava } from "./java.ts";
import { kafkaPlan } from "./kafka-broker.ts";
import type { Rung } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const kafkaFromHome: Rung<ServerContext, ServerPlan> = {
  name: "the one in KAFKA_HOME",
  async try(context) {
    const home = context.env.KAFKA_HOME;
    if (!home) throw new Error("not set");
    const jars = await readdir(join(home, "libs")).catch(() => []);
    if (!jars.some((name) => name.startsWith("kafka_"))) {
      throw new Problem(
        "KAFKA_HOME_WRONG",
        "KAFKA_HOME is set, but there is no Kafka in its libs folder. Correct it, or unset it.",
      );
    }
    return kafkaPlan(await findJava(context), join(home, "libs", "*"), context);
  },
};
