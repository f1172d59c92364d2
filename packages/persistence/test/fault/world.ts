import { createKafkaBus, type KafkaBus } from "@rialto/messaging/kafka-bus";
import { boothHeld, boothReleased } from "../booths.ts";

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const boothEvents = [boothHeld, boothReleased];

/** The bus as parent and child use it: topics of their own on the shared cluster. */
export const openBus = (topicPrefix: string): Promise<KafkaBus> =>
  createKafkaBus({
    brokers: (process.env.KAFKA_BROKERS ?? "").split(","),
    clientId: "persistence-fault",
    topicPrefix,
    events: boothEvents,
    logger: silent,
    onFatal: (error) => {
      throw error;
    },
  });
