import { topics } from "@rialto/contracts/event-catalog";
import { serviceNames } from "@rialto/local/topology";
import { dropTopics } from "@rialto/messaging/kafka-drop-topics";
import { connectMongo } from "@rialto/persistence/connection";
import { createLogger } from "@rialto/service-kit/logger";
import type { FairNames, Servers } from "./names.ts";

async function dropDatabase(url: string, database: string): Promise<void> {
  const connection = await connectMongo({ url, database });
  await connection.dropDatabase();
  await connection.close();
}

const fail = (error: Error): never => {
  throw error;
};

/** What to tell the bus so that it reads and drops the topics of this fair. */
export const kafkaOf = (names: FairNames, servers: Servers) => ({
  brokers: servers.kafkaBrokers.split(","),
  clientId: "system-test",
  topicPrefix: names.topicPrefix,
  logger: createLogger("system-test", "fatal"),
  onFatal: fail,
});

/** Drops the databases and the topics of a fair whose services have stopped. */
export async function forgetFair(names: FairNames, servers: Servers): Promise<void> {
  for (const name of serviceNames) await dropDatabase(servers.mongoUrl, names.databaseOf(name));
  await dropTopics(kafkaOf(names, servers), topics);
}
