import { serverInContainer } from "./containers.ts";
import type { Rung } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const kafkaInContainer: Rung<ServerContext, ServerPlan> = {
  name: "a container of docker-compose.yml",
  try: (context) => serverInContainer("kafka", "KAFKA_PORT", `127.0.0.1:${context.port}`, context),
};
