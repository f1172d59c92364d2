import { topics } from "@rialto/contracts/event-catalog";
import type { Envelope, EnvelopeOf, EventDefinition, Topic } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Bus } from "@rialto/messaging/bus";
import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { dropTopics } from "@rialto/messaging/kafka-drop-topics";
import { connectMongo } from "@rialto/persistence/connection";
import { type Clock, systemClock } from "@rialto/service-kit/clock";
import { parseConfig, type ServiceConfig } from "@rialto/service-kit/config";
import type { ServiceDefinition } from "@rialto/service-kit/define-service";
import { createLogger } from "@rialto/service-kit/logger";
import type { Platform } from "@rialto/service-kit/platform";
import { type RunningService, startService } from "@rialto/service-kit/start-service";
import { createTestTokens, type TestTokens } from "@rialto/service-kit/testing/tokens";
import type { z } from "zod";
import { type ApiCaller, createApiCaller } from "./api-caller.ts";
import { type CollectedEvents, collectEvents } from "./await-event.ts";

export interface FixtureOptions<Schema extends z.ZodObject> {
  /** The service's context. */
  readonly name: string;
  readonly schema: Schema;
  readonly settings?: Readonly<Record<string, string>>;
  readonly compose: (platform: Platform, config: Readonly<z.output<Schema>>) => ServiceDefinition;
  /** By default those of `tokens`. */
  readonly keys?: TestTokens["keys"];
  readonly clock?: Clock;
}

export interface ServiceUnderTest {
  readonly api: ApiCaller;
  /** Signs as a registry that only this test knows. */
  readonly tokens: TestTokens;
  /** Of the database and topics that only this test uses. */
  readonly platform: Platform;
  /** Publishes a fact of another service, as its store would have: numbered per aggregate. */
  publish<D extends EventDefinition>(definition: D, data: z.input<D["data"]>): Promise<EnvelopeOf<D>>;
  /** Publishes the same envelopes again. */
  repeat(envelopes: readonly Envelope[]): Promise<void>;
  collect(from: readonly Topic[], definitions: readonly EventDefinition[]): Promise<CollectedEvents>;
  /** Another replica, or the same service after it was stopped. */
  startAgain(): Promise<RunningService>;
  readonly running: RunningService;
  dispose(): Promise<void>;
}

const fail = (error: Error): never => {
  throw error;
};

function settingsOf(name: string, overrides: Readonly<Record<string, string>>) {
  const unique = `${name}_${newId().replaceAll("-", "")}`.slice(0, 38);
  return {
    NODE_ENV: "test",
    HTTP_PORT: "0",
    MONGO_URL: process.env.MONGO_URL,
    MONGO_DATABASE: unique,
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    KAFKA_TOPIC_PREFIX: `${unique}.`,
    RATE_LIMIT_FACTOR: "1000",
    ...overrides,
  };
}

/** Events as a store would have written them. */
function eventWriter(bus: Bus) {
  const positions = new Map<string, number>();
  return async <D extends EventDefinition>(definition: D, data: z.input<D["data"]>): Promise<EnvelopeOf<D>> => {
    const draft = definition.draft(data);
    const subject = String(draft.data[definition.key]);
    const seq = (positions.get(subject) ?? 0) + 1;
    positions.set(subject, seq);
    const source = `/rialto/${definition.type.split(".")[0]}`;
    const envelope = { id: newId(), source, subject, time: new Date().toISOString(), seq, correlationId: newId(), ...draft };
    await bus.publish([envelope]);
    return envelope as EnvelopeOf<D>;
  };
}

async function dropDatabase({ MONGO_URL, MONGO_DATABASE }: ServiceConfig): Promise<void> {
  const connection = await connectMongo({ url: MONGO_URL, database: MONGO_DATABASE });
  await connection.dropDatabase();
  await connection.close();
}

/**
 * Starts a service in this process on a free port, with a database and topics of its own on the servers that MONGO_URL and
 * KAFKA_BROKERS name. `dispose` stops it and drops its database and topics.
 */
export async function startServiceUnderTest<Schema extends z.ZodObject>(
  options: FixtureOptions<Schema>,
): Promise<ServiceUnderTest> {
  const { name, schema, compose, clock = systemClock } = options;
  const config = parseConfig(schema, settingsOf(name, options.settings ?? {}));
  // Every service's schema extends the base of all services, which its type parameter cannot say.
  const base = config as unknown as ServiceConfig;
  const tokens = await createTestTokens();
  const logger = createLogger(name, "fatal");
  let platform: Platform | undefined;
  const services: RunningService[] = [];
  const start = async () => {
    const service = await startService({
      name,
      config: base,
      logger,
      clock,
      keys: options.keys ?? tokens.keys,
      onFatal: fail,
      compose: (given) => {
        platform = given;
        return compose(given, config);
      },
    });
    services.push(service);
    return service;
  };
  const running = await start();
  if (platform === undefined) throw new Error("the service was started without being composed");
  const topicPrefix = base.KAFKA_TOPIC_PREFIX ?? "";
  const kafka = { brokers: base.KAFKA_BROKERS, clientId: "test", topicPrefix, logger, onFatal: fail };
  const bus = await createKafkaBus(kafka);
  return {
    api: createApiCaller(running.url),
    tokens,
    platform,
    running,
    publish: eventWriter(bus),
    repeat: (envelopes) => bus.publish(envelopes),
    collect: (from, definitions) => collectEvents(bus, from, definitions, { from: "start" }),
    startAgain: start,
    async dispose() {
      await Promise.all(services.map((service) => service.stop()));
      await bus.close();
      await Promise.all([dropDatabase(base), dropTopics(kafka, topics)]);
    },
  };
}
