import { Problem } from "../problem.ts";
import { brokerAnswers } from "./kafka-answers.ts";
import type { Rung } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

const PATIENCE_MS = 5_000;

export const kafkaFromEnvironment: Rung<ServerContext, ServerPlan> = {
  name: "the one that KAFKA_BROKERS names",
  async try({ env }) {
    const brokers = env.KAFKA_BROKERS;
    if (!brokers) throw new Error("not set");
    await brokerAnswers(brokers, AbortSignal.timeout(PATIENCE_MS)).catch(() => {
      throw new Problem(
        "KAFKA_UNREACHABLE",
        "KAFKA_BROKERS is set, but no broker answers there. Correct it, or unset it to get a local one.",
      );
    });
    return { address: brokers };
  },
};
