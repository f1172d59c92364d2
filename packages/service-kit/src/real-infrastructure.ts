import { topics } from "@rialto/contracts/event-catalog";

import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { closeMongo, connectMongo, mongoHealth } from "@rialto/persistence/connection";
import { createMongoParkingLot } from "@rialto/persistence/mongo-parking-lot";
import { createRelay } from "@rialto/persistence/relay";
import type { ServiceConfig } from "./config.ts";
import type { ConnectInfrastructure, InfrastructureOptions } from "./infrastructure.ts";

const connectBus = ({ name, config, logger, observe, onFatal }: InfrastructureOptions) =>
  createKafkaBus({
    brokers: config.KAFKA_BROKERS,
    clientId: `rialto-${name}`,
    logger,
    observe,
    onFatal,
    ...(config.KAFKA_TOPIC_PREFIX === undefined ? {} : { topicPrefix: config.KAFKA_TOPIC_PREFIX }),
  });

const topicSafety = (config: ServiceConfig) => ({
  replicationFactor: config.KAFKA_REPLICATION_FACTOR,
  minInSyncReplicas: config.KAFKA_MIN_INSYNC_REPLICAS,
});

/** MongoDB and Kafka as the settings name them; all topics of the contracts exist when it resolves. */
export const connectInfrastructure: ConnectInfrastructure = async (options) => {
  const { name, config, logger } = options;
  const connection = await connectMongo({ url: config.MONGO_URL, database: config.MONGO_DATABASE, appName: `rialto-${name}` });
  const bus = await connectBus(options);
  await bus.ensureTopics(topics, topicSafety(config));
  const database = async () => {
    const health = await mongoHealth(connection);
    return health.healthy ? undefined : health.reason;
  };
  const consumption = () => {
    const health = bus.health();
    return health.consuming ? undefined : health.reason;
  };
  return {
    connection,
    bus,
    parkingLot: createMongoParkingLot(connection),
    checks: [
      { name: "database", ask: database },
      { name: "bus", ask: consumption },
    ],
    relay: (stores) => createRelay({ stores, bus, logger }),
    closeDatabase: () => closeMongo(connection),
  };
};
