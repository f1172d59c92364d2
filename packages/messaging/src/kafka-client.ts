import type { EventDefinition } from "@rialto/contracts/kernel/event";
import { Kafka, type KafkaConfig, type logCreator, logLevel } from "kafkajs";
import type { ObserveDelivery } from "./delivery.ts";
import { askApiVersions, unsupportedRequests } from "./kafka-api-versions.ts";
import { lightenFetches } from "./kafka-fetch.ts";
import { stopIdleTimers } from "./kafka-timers.ts";
import type { Logger } from "./logger.ts";
import { sleep } from "./sleep.ts";

export interface KafkaBusOptions extends Pick<KafkaConfig, "ssl" | "sasl" | "socketFactory"> {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Put before the names of topics and groups, so that several systems can share a cluster. */
  readonly topicPrefix?: string;
  readonly logger: Logger;
  /** Event types that may be published; by default those of the contracts. */
  readonly events?: readonly EventDefinition[];
  /** Consumption cannot go on in this process: report and exit non-zero, so that a supervisor starts it again. Called once. */
  readonly onFatal: (error: Error) => void;
  readonly observe?: ObserveDelivery;
  /** A member that was not heard of for this long is dead. Between 6 s and 30 min on a broker with default settings. */
  readonly sessionTimeoutMs?: number;
  /** A request without an answer for this long has an unknown outcome. */
  readonly requestTimeoutMs?: number;
  /** How long to wait for a broker at start. */
  readonly connectWithinMs?: number;
  /** Partitions whose messages are handled at the same time in one consumer. */
  readonly concurrency?: number;
  readonly replayPollMs?: number;
}

/** What the parts of the Kafka bus share. */
export interface KafkaContext {
  /** For producers and admins, whose callers want to hear of a failure soon. */
  readonly kafka: Kafka;
  /**
   * For one consumer: it waits for a broker as long as it takes, since a consumer that gives up and starts again is a new
   * member, for whom the group first waits until the old one's session has ended. Never shared, because kafkajs keeps
   * the committed offsets of a group per client.
   */
  patientKafka(): Kafka;
  readonly clientId: string;
  readonly logger: Logger;
  readonly observe?: ObserveDelivery;
  readonly sessionTimeoutMs: number;
  readonly concurrency: number;
  readonly replayPollMs: number;
  /** Logical name -> name on the cluster, and back. */
  wireName(name: string): string;
  logicalName(wireName: string): string;
  /** Whether any broker answers now. */
  reachable(): Promise<boolean>;
  fail(error: Error): void;
}

/** Shapes stop latency and idle load, not delivery latency: a fetch is answered as soon as there is one byte. */
export const MAX_WAIT_MS = 750;
const PROBE_MS = 2_000;

export function createKafkaContext(options: KafkaBusOptions): KafkaContext {
  const { brokers, clientId, topicPrefix = "", logger, ssl, sasl, socketFactory } = options;
  lightenFetches();
  if (!stopIdleTimers()) logger.warn({}, "this kafkajs is not the one whose idle timers are known; an idle process may burn CPU");
  const logCreator = forwardTo(logger);
  const connect = (retries: number, maxRetryTime: number) =>
    new Kafka({
      brokers: [...brokers],
      clientId,
      requestTimeout: options.requestTimeoutMs ?? 10_000,
      connectionTimeout: 3_000,
      retry: { initialRetryTime: 100, maxRetryTime, retries },
      logLevel: logLevel.WARN,
      logCreator,
      ...(ssl === undefined ? {} : { ssl }),
      ...(sasl === undefined ? {} : { sasl }),
      ...(socketFactory === undefined ? {} : { socketFactory }),
    });
  return {
    kafka: connect(5, 3_000),
    patientKafka: () => connect(Number.POSITIVE_INFINITY, 1_000),
    clientId,
    logger,
    ...(options.observe === undefined ? {} : { observe: options.observe }),
    sessionTimeoutMs: options.sessionTimeoutMs ?? 10_000,
    concurrency: options.concurrency ?? 4,
    replayPollMs: options.replayPollMs ?? 1_500,
    wireName: (name) => topicPrefix + name,
    logicalName: (wireName) => wireName.slice(topicPrefix.length),
    reachable: async () => (await firstAnswer(options)) !== undefined,
    fail: once(options.onFatal),
  };
}

/** Waits for a broker and makes sure that it speaks what kafkajs speaks. Rejects with a sentence for the operator. */
export async function assertBroker(options: KafkaBusOptions): Promise<void> {
  const deadline = Date.now() + (options.connectWithinMs ?? 30_000);
  let offered = await firstAnswer(options);
  while (offered === undefined && Date.now() < deadline) {
    await sleep(250);
    offered = await firstAnswer(options);
  }
  if (offered === undefined) throw new Error(`no Kafka broker answers at ${options.brokers.join(", ")}`);
  const missing = unsupportedRequests(offered);
  if (missing.length > 0) throw new Error(`this Kafka broker no longer speaks ${missing.join(", ")} as kafkajs 2.2.4 does`);
}

async function firstAnswer({ brokers, ssl }: KafkaBusOptions) {
  const answers = brokers.map((broker) => askApiVersions(broker, PROBE_MS, ssl));
  return Promise.any(answers).catch(() => undefined);
}

/**
 * kafkajs reports every retried hiccup as an error, ten a second while a broker is away: what matters is reported by this
 * package itself, and each of its sentences at most once a minute.
 */
const forwardTo = (logger: Logger): logCreator => {
  const spoken = new Map<string, number>();
  return () =>
    ({ namespace, level, log }) => {
      const { message, error, groupId, broker, topic, partition } = log;
      const fields = { namespace, error: String(error ?? ""), groupId, broker, topic, partition };
      const isNews = Date.now() - (spoken.get(message) ?? 0) > 60_000;
      if (level === logLevel.ERROR && isNews) {
        if (spoken.size > 100) spoken.clear();
        spoken.set(message, Date.now());
        logger.warn(fields, `kafkajs: ${message}`);
      } else logger.debug(fields, `kafkajs: ${message}`);
    };
};

const once = (report: (error: Error) => void) => {
  let reported = false;
  return (error: Error) => {
    if (reported) return;
    reported = true;
    report(error);
  };
};
