import { containerRung, serverInContainer } from "./containers.ts";
import type { Rung } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const kafkaInContainer: Rung<ServerContext, ServerPlan> = {
  name: containerRung,
  try: (context) => serverInContainer("kafka", "KAFKA_PORT", `127.0.0.1:${context.port}`, context),
};
