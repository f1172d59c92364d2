import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoOperator, type ServiceName, serviceNames } from "@rialto/local/topology";
import { forgetFair } from "./fair/forget-fair.ts";
import { chooseNames, type FairNames, type Servers } from "./fair/names.ts";
import { type ServiceProcess, serviceProcess } from "./fair/service-process.ts";

export type StartFairOptions = {
  /** Default: MONGO_URL. */
  readonly mongoUrl?: string;
  /** Comma-separated host:port. Default: KAFKA_BROKERS. */
  readonly kafkaBrokers?: string;
  /** Environment variables for every service, over those of the fair. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type RunningFair = {
  readonly gatewayUrl: string;
  readonly operator: { readonly email: string; readonly password: string };
  readonly names: FairNames;
  readonly servers: Servers;
  readonly urlOf: (name: ServiceName) => string;
  readonly pidOf: (name: ServiceName) => number | undefined;
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: (name: ServiceName) => Promise<void>;
  /** SIGTERM, and an end in order. */
  readonly end: (name: ServiceName) => Promise<void>;
  /** Again, on the same port; resolves when GET /readyz answers 200. */
  readonly start: (name: ServiceName) => Promise<void>;
  /** SIGSTOP: it neither answers nor closes its connections. */
  readonly pause: (name: ServiceName) => void;
  readonly resume: (name: ServiceName) => void;
  /** What the service has written so far, over all its lives. */
  readonly logs: (name: ServiceName) => Promise<string>;
  /** Services that ended although nobody asked them to, in words. */
  readonly unexpectedEnds: () => readonly string[];
  /** Ends every service and drops the databases and topics. */
  readonly stop: () => Promise<void>;
};

function serversOf({ mongoUrl = process.env.MONGO_URL, kafkaBrokers = process.env.KAFKA_BROKERS }: StartFairOptions): Servers {
  if (mongoUrl && kafkaBrokers) return { mongoUrl, kafkaBrokers };
  throw new Error("a fair needs servers: set MONGO_URL and KAFKA_BROKERS, or run it as `npm test` does");
}

// A test runner's own variables would make a service behave as if it were under test.
const environment = () => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_COMPILE_CACHE: join(tmpdir(), "rialto-compile-cache"),
});

/**
 * Starts the five services as processes of their own, on free ports, with databases and topics that only this fair uses.
 * Resolves when all are ready; rejects with the last words of one that is not, and then nothing is left running.
 */
export async function startFair(options: StartFairOptions = {}): Promise<RunningFair> {
  const servers = serversOf(options);
  const names = await chooseNames(servers, options.settings ?? {});
  const logDir = await mkdtemp(join(tmpdir(), "rialto-fair-"));
  const shared = { names, servers, env: environment(), logDir };
  const services = new Map(serviceNames.map((name) => [name, serviceProcess(name, shared)]));
  const stop = async () => {
    await Promise.all([...services.values()].map((service) => service.stop()));
    await forgetFair(names, servers).finally(() => rm(logDir, { recursive: true, force: true }));
  };
  try {
    await Promise.all([...services.values()].map((service) => service.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    gatewayUrl: names.urlOf("gateway"),
    operator: demoOperator,
    names,
    servers,
    urlOf: names.urlOf,
    ...doors(services),
    stop,
  };
}

function doors(services: ReadonlyMap<ServiceName, ServiceProcess>) {
  const of = (name: ServiceName): ServiceProcess => {
    const service = services.get(name);
    if (service === undefined) throw new Error(`the fair has no service ${name}`);
    return service;
  };
  return {
    pidOf: (name: ServiceName) => of(name).pid(),
    kill: (name: ServiceName) => of(name).kill(),
    end: (name: ServiceName) => of(name).stop(),
    start: (name: ServiceName) => of(name).start(),
    pause: (name: ServiceName) => of(name).pause(),
    resume: (name: ServiceName) => of(name).resume(),
    logs: (name: ServiceName) => of(name).logs(),
    unexpectedEnds: () => [...services.values()].flatMap((service) => service.unexpectedEnds()),
  };
}
