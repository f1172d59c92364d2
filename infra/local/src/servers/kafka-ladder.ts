import { kafkaFromArchive } from "./kafka-from-archive.ts";
import { kafkaFromEnvironment } from "./kafka-from-environment.ts";
import { kafkaFromHome } from "./kafka-from-home.ts";
import { kafkaFromMaven } from "./kafka-from-maven.ts";
import { kafkaInContainer } from "./kafka-in-container.ts";
import type { Ladder } from "./ladder.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const kafkaLadder: Ladder<ServerContext, ServerPlan> = {
  server: "Kafka",
  rungs: [kafkaFromEnvironment, kafkaInContainer, kafkaFromHome, kafkaFromMaven, kafkaFromArchive],
  install: "Install Maven and Java 17 or newer, or set KAFKA_HOME to an unpacked Kafka, or set KAFKA_BROKERS to a running one.",
};
