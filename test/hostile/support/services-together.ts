import { topics } from "@rialto/contracts/event-catalog";
import type { EnvelopeOf, EventDefinition } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Bus } from "@rialto/messaging/bus";
import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { dropTopics } from "@rialto/messaging/kafka-drop-topics";
import { closeMongo, connectMongo } from "@rialto/persistence/connection";
import { systemClock } from "@rialto/service-kit/clock";
import { parseConfig, type ServiceConfig } from "@rialto/service-kit/config";
import type { ServiceDefinition } from "@rialto/service-kit/define-service";
import { createLogger } from "@rialto/service-kit/logger";
import type { Platform } from "@rialto/service-kit/platform";
import { type RunningService, startService } from "@rialto/service-kit/start-service";
import { createTestTokens, type TestTokens } from "@rialto/service-kit/testing/tokens";
import type { JWTVerifyGetKey } from "jose";
import type { z } from "zod";
import { ceremoniesConfig } from "../../../services/ceremonies/src/config.ts";
import { createCeremoniesDeps } from "../../../services/ceremonies/src/deps.ts";
import { createCeremoniesService } from "../../../services/ceremonies/src/service.ts";
import { gatewayConfig } from "../../../services/gateway/src/config.ts";
import { composeGateway } from "../../../services/gateway/src/service.ts";
import { matchmakingDeps } from "../../../services/matchmaking/src/compose.ts";
import { matchmakingConfig } from "../../../services/matchmaking/src/config.ts";
import { createMatchmakingService } from "../../../services/matchmaking/src/service.ts";
import { registryConfig } from "../../../services/registry/src/config.ts";
import { createOwnKeys } from "../../../services/registry/src/own-keys.ts";
import { composeRegistry } from "../../../services/registry/src/service.ts";
import { venueConfig } from "../../../services/venue/src/config.ts";
import { composeVenue } from "../../../services/venue/src/service.ts";
import { logEnds } from "./traces.ts";

export const contexts = ["registry", "venue", "matchmaking", "ceremonies"] as const;

/**
 * All services in this process, with databases and topics of their own. In one process, because what they log can be read
 * (a hostile request must not end in an error), and because tokens can be signed for anybody.
 */
export interface ServicesTogether {
  /** The gateway, as people reach it. */
  readonly url: string;
  /** A service itself, or the gateway. */
  urlOf(context: string): string;
  /** The gateway's metrics. */
  readonly operationsUrl: string;
  readonly tokens: TestTokens;
  /** What any service logged as an error, one line each. */
  readonly errors: string[];
  readonly databases: readonly { readonly name: string; readonly url: string; readonly database: string }[];
  /** A fact from outside, as its store would have written it: the first of its aggregate. */
  publish<D extends EventDefinition>(definition: D, data: z.input<D["data"]>): Promise<EnvelopeOf<D>>;
  /** How far every partition of every topic is filled. */
  logEnds(): Promise<ReadonlyMap<string, string>>;
  dispose(): Promise<void>;
}

export interface TogetherOptions {
  /** Multiplies all limits; by default there are none to speak of. */
  readonly rateLimitFactor?: number;
  readonly only?: readonly string[];
}

type Compose = (platform: Platform) => ServiceDefinition;

const fail = (error: Error): never => {
  throw error;
};

/** Tokens of the test and of the registry itself both hold. */
const keysOf =
  (tokens: TestTokens, own: JWTVerifyGetKey): JWTVerifyGetKey =>
  (header, token) =>
    header?.kid === "test" ? tokens.keys(header, token) : own(header, token);

function settingsFor(name: string, unique: string, factor: number) {
  return {
    NODE_ENV: "test",
    HTTP_PORT: "0",
    OPERATIONS_PORT: name === "gateway" ? "0" : "",
    MONGO_URL: process.env.MONGO_URL,
    MONGO_DATABASE: `${name}_${unique}`.slice(0, 38),
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    KAFKA_TOPIC_PREFIX: `hostile_${unique}.`,
    RATE_LIMIT_FACTOR: String(factor),
    WEB_FOLDER: "nowhere",
  };
}

async function dropDatabase({ MONGO_URL, MONGO_DATABASE }: ServiceConfig): Promise<void> {
  const connection = await connectMongo({ url: MONGO_URL, database: MONGO_DATABASE });
  await connection.dropDatabase();
  await closeMongo(connection);
}

function publisher(bus: Bus): ServicesTogether["publish"] {
  return async <D extends EventDefinition>(definition: D, data: z.input<D["data"]>) => {
    const draft = definition.draft(data);
    const subject = String(draft.data[definition.key]);
    const source = `/rialto/${definition.type.split(".")[0]}`;
    const time = new Date().toISOString();
    const envelope = { id: newId(), source, subject, time, seq: 1, correlationId: newId(), ...draft };
    await bus.publish([envelope]);
    return envelope as EnvelopeOf<D>;
  };
}

export async function startServicesTogether(options: TogetherOptions = {}): Promise<ServicesTogether> {
  const { rateLimitFactor = 1_000_000, only = contexts } = options;
  const unique = newId().replaceAll("-", "").slice(-20);
  const tokens = await createTestTokens();
  const ownKeys = createOwnKeys();
  const keys = keysOf(tokens, ownKeys.keys);
  const errors: string[] = [];
  const running = new Map<string, RunningService>();
  const configs = new Map<string, ServiceConfig>();

  async function start<Schema extends z.ZodObject>(
    name: string,
    schema: Schema,
    compose: (config: Readonly<z.output<Schema>>) => Compose,
    more: Record<string, string> = {},
  ): Promise<void> {
    const parsed = parseConfig(schema, { ...settingsFor(name, unique, rateLimitFactor), ...more });
    // Every service's schema extends the base of all services, which its type parameter cannot say.
    const config = parsed as unknown as ServiceConfig;
    const logger = createLogger(name, "error", { write: (line) => void errors.push(line) });
    configs.set(name, config);
    running.set(
      name,
      await startService({ name, config, logger, keys, onFatal: fail, clock: systemClock, compose: compose(parsed) }),
    );
  }

  const starts: Record<string, () => Promise<void>> = {
    registry: () => start("registry", registryConfig, (config) => (platform) => composeRegistry(platform, config, ownKeys)),
    venue: () => start("venue", venueConfig, (config) => (platform) => composeVenue(platform, config)),
    matchmaking: () =>
      start(
        "matchmaking",
        matchmakingConfig,
        (config) => (platform) => createMatchmakingService(matchmakingDeps(platform, config)),
      ),
    ceremonies: () =>
      start("ceremonies", ceremoniesConfig, () => (platform) => createCeremoniesService(createCeremoniesDeps(platform))),
  };
  const urlOf = (name: string): string => running.get(name)?.url ?? "http://127.0.0.1:9";
  for (const name of only) await starts[name]?.();
  const addresses = Object.fromEntries(contexts.map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)]));
  await start("gateway", gatewayConfig, (config) => (platform) => composeGateway(platform, config), addresses);

  const [first] = [...configs.values()] as [ServiceConfig];
  const kafka = {
    brokers: first.KAFKA_BROKERS,
    clientId: "hostile",
    topicPrefix: first.KAFKA_TOPIC_PREFIX ?? "",
    logger: createLogger("test", "fatal"),
    onFatal: fail,
  };
  const bus = await createKafkaBus(kafka);

  return {
    url: urlOf("gateway"),
    urlOf,
    operationsUrl: running.get("gateway")?.operationsUrl ?? "",
    tokens,
    errors,
    databases: [...configs].map(([name, { MONGO_URL, MONGO_DATABASE }]) => ({ name, url: MONGO_URL, database: MONGO_DATABASE })),
    publish: publisher(bus),
    logEnds: () => logEnds(bus),
    async dispose() {
      await Promise.all([...running.values()].map((service) => service.stop()));
      await bus.close();
      await Promise.all([...[...configs.values()].map(dropDatabase), dropTopics(kafka, topics)]);
    },
  };
}
