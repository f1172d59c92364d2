import { join } from "node:path";
import { type Report, type Supervised, supervise } from "./process/supervise.ts";
import { whilePending } from "./process/while-pending.ts";
import { projectRoot } from "./project-root.ts";
import { requireFreePort } from "./servers/ports.ts";
import { type Servers, startServers } from "./servers/start-servers.ts";
import { servicePlan } from "./service-plan.ts";
import type { ServiceSpec, Topology } from "./topology.ts";
import { portVariable } from "./topology.ts";

export type FairOptions = {
  topology: Topology;
  /** Data in `data`, logs in `logs` below it. */
  stateDir: string;
  log: (line: string) => void;
  report: (report: Report) => void;
  env: NodeJS.ProcessEnv;
  /** Where the services' programs are. */
  root?: string;
  /** After an abort nothing new is started, and what runs is stopped. */
  signal?: AbortSignal;
};

export type Fair = {
  gatewayUrl: string;
  servers: Servers;
  services: Map<string, Supervised>;
  /** The gateway first, then the services, then Kafka and MongoDB. */
  stop: () => Promise<void>;
  kill: () => void;
};

async function requireFreePorts({ services }: Topology): Promise<void> {
  for (const { name, port, otherPorts = [] } of services) {
    const ports = [{ port, variable: portVariable(name) }, ...otherPorts];
    for (const one of ports) await requireFreePort(one.port, `the ${name} service`, one.variable);
  }
}

function startServices(options: FairOptions, servers: Servers): Map<string, Supervised> {
  const { topology, stateDir, env, report, root = projectRoot } = options;
  const start = (spec: ServiceSpec) =>
    supervise(servicePlan(spec, servers, { root, env, logDir: join(stateDir, "logs") }), report);
  return new Map(topology.services.map((spec) => [spec.name, start(spec)]));
}

function stopping(services: Map<string, Supervised>, servers: Servers): Pick<Fair, "stop" | "kill"> {
  const all = [...services.values()];
  return {
    async stop() {
      await all.at(-1)?.stop();
      await Promise.all(all.slice(0, -1).map((service) => service.stop()));
      await servers.stop();
    },
    kill() {
      for (const service of all) service.kill();
      servers.kill();
    },
  };
}

/**
 * Starts the servers and every service, and waits until all are ready; the services create their topics and indexes.
 * Throws a Problem with a sentence for a person; then nothing is left running.
 */
export async function startFair(options: FairOptions): Promise<Fair> {
  const { topology, stateDir, log, report, env, signal } = options;
  await requireFreePorts(topology);
  const servers = await startServers({
    dataDir: join(stateDir, "data"),
    logDir: join(stateDir, "logs"),
    mongoPort: topology.mongoPort,
    kafkaPort: topology.kafkaPort,
    log,
    report,
    env,
    ...(signal !== undefined && { signal }),
  });
  let ends: Pick<Fair, "stop" | "kill"> = servers;
  try {
    signal?.throwIfAborted();
    const services = startServices(options, servers);
    ends = stopping(services, servers);
    const ready = Promise.all([...services.values()].map((service) => service.ready));
    await whilePending(ready, signal, () => void ends.stop());
    return { gatewayUrl: topology.gatewayUrl, servers, services, ...ends };
  } catch (error) {
    await ends.stop();
    throw error;
  }
}
