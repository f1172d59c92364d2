import { Kafka, logLevel } from "kafkajs";
import { untilItWorks } from "./until.ts";

async function requireBroker(brokers: string[]): Promise<void> {
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, connectionTimeout: 2_000, retry: { retries: 0 } });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    if (cluster.brokers.length === 0) throw new Error("no broker is registered yet");
  } finally {
    await admin.disconnect();
  }
}

/** Resolves when a broker at one of the comma-separated addresses has joined its cluster. */
export const brokerAnswers = (addresses: string, signal: AbortSignal) =>
  untilItWorks(() => requireBroker(addresses.split(",")), signal);
