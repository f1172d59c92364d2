import type { Reaction } from "@rialto/messaging/bus";
import type { JWTVerifyGetKey } from "jose";
import { createVerifyToken } from "./auth.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { ServiceConfig } from "./config.ts";
import type { ServiceDefinition, Worker } from "./define-service.ts";
import type { Check } from "./health.ts";
import type { ConnectInfrastructure, Infrastructure } from "./infrastructure.ts";
import { createLogger, type Logger } from "./logger.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { observeDeliveries } from "./observe-deliveries.ts";
import { parkedRoutes } from "./parked-routes.ts";
import type { Platform } from "./platform.ts";
import { publishedKeys } from "./published-keys.ts";
import { startSchedules } from "./schedule.ts";
import { createServers, type HttpServers } from "./serve-http.ts";
import { createStopStack, type StopStack } from "./stop-stack.ts";
import { traceReaction } from "./trace-reaction.ts";
import { startTracing, type Tracing } from "./tracing.ts";

export interface StartOptions<Config extends ServiceConfig = ServiceConfig> {
  readonly name: string;
  readonly config: Config;
  /** Makes stores and projections on the platform's connection, and names everything the service does. */
  readonly compose: (platform: Platform) => ServiceDefinition | Promise<ServiceDefinition>;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Keys of access tokens; by default those that the registry publishes at `JWKS_URL`. */
  readonly keys?: JWTVerifyGetKey;
  /** By default MongoDB and Kafka. */
  readonly infrastructure?: ConnectInfrastructure;
  /** Events can no longer be consumed in this process: end it. */
  readonly onFatal?: (error: Error) => void;
}

export interface RunningService {
  /** `http://127.0.0.1:4002`, with the port that was really opened. */
  readonly url: string;
  /** Of operators' pages: `url` unless they have a port of their own. */
  readonly operationsUrl: string;
  readonly logger: Logger;
  /** Finishes what was begun, in order; resolves to whether all went well. Calling it again changes nothing. */
  stop(): Promise<boolean>;
}

const realInfrastructure: ConnectInfrastructure = async (options) =>
  (await import("./real-infrastructure.ts")).connectInfrastructure(options);

interface Started {
  readonly service: ServiceDefinition;
  readonly infrastructure: Infrastructure;
  readonly platform: Platform;
  readonly tracing: Tracing;
  readonly stops: StopStack;
}

async function connect(options: StartOptions, logger: Logger, stops: StopStack): Promise<Started> {
  const { name, config, clock = systemClock, keys = publishedKeys(new URL(config.JWKS_URL)) } = options;
  const metrics = createMetrics(name);
  const tracing = await startTracing(name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  stops.push("tracing", () => tracing.stop());
  const onFatal = (error: Error) => {
    logger.fatal({ err: error }, "events can no longer be consumed");
    options.onFatal?.(error);
  };
  const connectAll = options.infrastructure ?? realInfrastructure;
  const infrastructure = await connectAll({ name, config, logger, observe: observeDeliveries(metrics), onFatal });
  stops.push("database", () => infrastructure.closeDatabase());
  stops.push("bus", () => infrastructure.bus.close());
  const { connection, bus } = infrastructure;
  const platform = { connection, bus, clock, logger, metrics, verifyToken: createVerifyToken(keys, clock) };
  const service = await options.compose(platform);
  if (service.name !== name) throw new Error(`started as ${name}, defined as ${service.name}`);
  return { service, infrastructure, platform, tracing, stops };
}

async function buildIndexes({ service, infrastructure }: Started): Promise<void> {
  const all = [...(service.stores ?? []), ...(service.projections ?? []), infrastructure.parkingLot];
  await Promise.all(all.map((one) => one.ready?.()));
}

/** How many events wait to be sent, and how many messages wait for an operator. */
function gaugeBacklogs(metrics: Metrics, backlog: () => number, { parkingLot }: Infrastructure): void {
  metrics.gauge("rialto_relay_backlog_events", "Events that waited at the relay's last sweep", backlog);
  metrics.gauge("rialto_parked_messages", "Messages that wait for an operator", async () =>
    (await parkingLot.keys()).reduce((sum, { count }) => sum + count, 0),
  );
}

const groupsOf = ({ name, reactions = [], lanes = {} }: ServiceDefinition): [string, readonly Reaction[]][] =>
  [[name, reactions] as const, ...Object.entries(lanes).map(([lane, own]) => [`${name}.${lane}`, own] as const)]
    .filter(([, own]) => own.length > 0)
    .map(([group, own]) => [group, own]);

async function startFlow({ service, infrastructure, platform, tracing, stops }: Started): Promise<void> {
  const { logger, metrics, bus } = platform;
  const relay = infrastructure.relay(service.stores ?? []);
  stops.push("relay", () => relay.stop());
  relay.start();
  gaugeBacklogs(metrics, () => relay.metrics().backlogEvents, infrastructure);
  for (const [group, reactions] of groupsOf(service)) {
    const traced = reactions.map(traceReaction(tracing, logger));
    const consumption = await bus.consume({ group, reactions: traced, parkingLot: infrastructure.parkingLot });
    stops.push(`consumers of ${group}`, () => consumption.stop());
  }
}

async function startWorkers(workers: readonly Worker[], stops: StopStack): Promise<void> {
  for (const worker of workers) {
    stops.push(worker.name, () => worker.stop());
    await worker.start();
  }
}

const workerChecks = (workers: readonly Worker[]): Check[] =>
  workers.flatMap(({ name, ask }) => (ask === undefined ? [] : [{ name, ask }]));

function serversOf({ service, infrastructure, platform, tracing }: Started, config: ServiceConfig): HttpServers {
  const checks = [...infrastructure.checks, ...workerChecks(service.workers ?? []), ...(service.checks ?? [])];
  const operatorRoutes = parkedRoutes(infrastructure.parkingLot);
  return createServers(service, { ...platform, tracing, config, checks: () => checks, operatorRoutes });
}

/** Opens the ports: last of all, so that whoever gets an answer gets a whole service. */
async function open({ main, operations }: HttpServers, config: ServiceConfig, stops: StopStack) {
  const { HTTP_HOST: host, HTTP_PORT, OPERATIONS_PORT = 0 } = config;
  const operationsPort = await operations?.listen(OPERATIONS_PORT, host);
  if (operations !== undefined) stops.push("operators' port", () => operations.finish());
  const port = await main.listen(HTTP_PORT, host);
  stops.push("requests", () => main.finish());
  const urlOf = (at: number) => `http://${host.includes(":") ? `[${host}]` : host}:${at}`;
  return { url: urlOf(port), operationsUrl: urlOf(operationsPort ?? port) };
}

async function startAll(options: StartOptions, logger: Logger, stops: StopStack) {
  const started = await connect(options, logger, stops);
  const { service, platform, tracing } = started;
  await buildIndexes(started);
  const servers = serversOf(started, options.config);
  service.onServer?.(servers.main.server);
  await startFlow(started);
  await startWorkers(service.workers ?? [], stops);
  const schedules = startSchedules(service.schedules ?? [], { ...platform, tracing });
  stops.push("schedules", () => schedules.stop());
  return open(servers, options.config, stops);
}

/**
 * Starts a service in this process: database and bus, indexes, relay, consumers, workers, schedules, and then the port.
 * When a step fails, the steps before it are undone and the error is thrown.
 */
export async function startService<Config extends ServiceConfig>(options: StartOptions<Config>): Promise<RunningService> {
  const logger = options.logger ?? createLogger(options.name, options.config.LOG_LEVEL);
  const stops = createStopStack(logger);
  try {
    const addresses = await startAll(options, logger, stops);
    logger.info(addresses, "ready");
    return { ...addresses, logger, stop: () => stops.stopAll() };
  } catch (error) {
    await stops.stopAll();
    throw error;
  }
}
