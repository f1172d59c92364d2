import { topics } from "@rialto/contracts/event-catalog";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import type { Changed, ClientToServer, Closing, ServerToClient, Welcome } from "@rialto/contracts/gateway/realtime";
import type { Draft, Envelope, EventDefinition } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import type { Bus } from "@rialto/messaging/bus";
import { createKafkaBus } from "@rialto/messaging/kafka-bus";
import { dropTopics } from "@rialto/messaging/kafka-drop-topics";
import { closeMongo, connectMongo } from "@rialto/persistence/connection";
import { parseConfig } from "@rialto/service-kit/config";
import { createLogger } from "@rialto/service-kit/logger";
import { type RunningService, startService } from "@rialto/service-kit/start-service";
import { createTestTokens, type TestTokens } from "@rialto/service-kit/testing/tokens";
import { io, type Socket } from "socket.io-client";
import { gatewayConfig } from "../src/config.ts";
import { composeGateway } from "../src/service.ts";

export interface GatewayFixture {
  readonly tokens: TestTokens;
  readonly bus: Bus;
  readonly fairId: string;
  start(): Promise<RunningService>;
  dispose(): Promise<void>;
}

/** A gateway with a database and topics of its own, and the tokens of a registry that only this test knows. */
export async function gatewayFixture(settings: Record<string, string> = {}): Promise<GatewayFixture> {
  const name = `gateway_${newId().replaceAll("-", "")}`;
  const tokens = await createTestTokens();
  const env = {
    NODE_ENV: "test",
    HTTP_PORT: "0",
    OPERATIONS_PORT: "0",
    MONGO_URL: process.env.MONGO_URL,
    MONGO_DATABASE: name.slice(0, 38),
    KAFKA_BROKERS: process.env.KAFKA_BROKERS,
    KAFKA_TOPIC_PREFIX: `${name}.`,
    RATE_LIMIT_FACTOR: "1000",
    WEB_FOLDER: "nowhere",
    ...settings,
  };
  const config = parseConfig(gatewayConfig, env);
  const running: RunningService[] = [];
  const logger = createLogger("test", "fatal");
  const onFatal = (error: Error) => {
    throw error;
  };
  const kafka = {
    brokers: config.KAFKA_BROKERS,
    clientId: name,
    topicPrefix: env.KAFKA_TOPIC_PREFIX,
    logger,
    onFatal,
  };
  const bus = await createKafkaBus(kafka);

  return {
    tokens,
    bus,
    fairId: newId(),
    async start() {
      const service = await startService({
        name: "gateway",
        config,
        logger,
        keys: tokens.keys,
        compose: (platform) => composeGateway(platform, config),
      });
      running.push(service);
      return service;
    },
    async dispose() {
      await Promise.all(running.map((service) => service.stop()));
      await bus.close();
      await dropTopics(kafka, topics);
      const connection = await connectMongo({ url: config.MONGO_URL, database: config.MONGO_DATABASE });
      await connection.dropDatabase();
      await closeMongo(connection);
    },
  };
}

export interface Person {
  readonly accountId: string;
  readonly organizationId: string;
  readonly representativeId: string;
  readonly token: string;
}

/** Events as a service's store would have written them: numbered per aggregate. */
export function eventWriter(bus: Bus) {
  const positions = new Map<string, number>();
  const write = (definition: EventDefinition, draft: Draft, overrides: Partial<Envelope> = {}): Envelope => {
    const subject = String((draft.data as Record<string, unknown>)[definition.key]);
    const seq = (positions.get(subject) ?? 0) + 1;
    positions.set(subject, seq);
    const time = new Date().toISOString();
    return { id: newId(), source: "/rialto/test", subject, time, seq, correlationId: newId(), ...draft, ...overrides };
  };
  return {
    write,
    async publish<D extends EventDefinition>(definition: D, data: Parameters<D["draft"]>[0], overrides: Partial<Envelope> = {}) {
      const envelope = write(definition, definition.draft(data), overrides);
      await bus.publish([envelope]);
      return envelope;
    },
  };
}

/** An organization with one person, known to the registry. */
export async function arrive(
  fixture: GatewayFixture,
  events: ReturnType<typeof eventWriter>,
  role: "buyer" | "exhibitor",
): Promise<Person> {
  const { fairId, tokens } = fixture;
  const person = { accountId: newId(), organizationId: newId(), representativeId: newId() };
  const { organizationId } = person;
  const at = new Date().toISOString();
  const profile = { ...organizationRegistered.example.profile, role, name: { en: `The ${role}` } };
  await events.publish(organizationRegistered, { organizationId, fairId, profile, registeredAt: at });
  await events.publish(representativeAdded, { ...representativeAdded.example, ...person, fairId, role, addedAt: at });
  const grants = [{ fairId, role, organizationId, representativeId: person.representativeId }];
  return { ...person, token: await tokens.sign({ accountId: person.accountId, operator: false, grants }) };
}

export interface Client {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly welcomes: Welcome[];
  readonly notifications: Notification[];
  readonly changes: Changed[];
  readonly closings: Closing[];
  close(): void;
}

export function connect(url: string, auth: { token?: string; cursor?: string }): Client {
  const socket: Client["socket"] = io(url, {
    path: "/live",
    transports: ["websocket"],
    auth,
    reconnection: false,
    forceNew: true,
  });
  const client: Client = {
    socket,
    welcomes: [],
    notifications: [],
    changes: [],
    closings: [],
    close: () => socket.close(),
  };
  socket.on("welcome", (message) => client.welcomes.push(message));
  socket.on("notification", (message) => client.notifications.push(message));
  socket.on("changed", (message) => client.changes.push(message));
  socket.on("closing", (message) => client.closings.push(message));
  return client;
}
