import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "../project-root.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";

export const containerRung = "a container of docker-compose.yml";

/** One compose project per data folder, so that tests and the fair never share a volume. */
export const composeProject = (dataDir: string) =>
  `rialto-${basename(dataDir)
    .replaceAll(/[^a-z0-9]/gi, "")
    .toLowerCase()}-${createHash("sha256").update(dataDir).digest("hex").slice(0, 8)}`;

async function requireEngine(): Promise<void> {
  if ((await runProgram("docker", ["compose", "version"])).code !== 0) throw new Error("there is no docker with compose");
  if ((await runProgram("docker", ["info"])).code !== 0) throw new Error("the container engine is not running");
}

const compose = (dataDir: string, env: NodeJS.ProcessEnv, ...args: string[]) =>
  runProgram("docker", ["compose", "-p", composeProject(dataDir), "-f", join(projectRoot, "docker-compose.yml"), ...args], {
    env,
  });

/** Starts one server of the project's own docker-compose.yml; `portVariable` is how that file is told the port. */
export async function serverInContainer(
  service: string,
  portVariable: string,
  address: string,
  context: ServerContext,
): Promise<ServerPlan> {
  if (!existsSync(join(projectRoot, "docker-compose.yml"))) throw new Error("there is no docker-compose.yml");
  await requireEngine();
  const env = { ...context.env, [portVariable]: String(context.port) };
  context.log(`Starting ${service} in a container (the first time its image is fetched) ...`);
  const outcome = await compose(context.dataDir, env, "up", "--detach", "--wait", service);
  if (outcome.code !== 0) throw new Error(`docker compose could not start ${service}: ${lastWords(outcome)}`);
  const stop = async () => void (await compose(context.dataDir, env, "stop", service));
  return { address, stop };
}

/** Removes the containers and volumes that belong to a data folder, if an engine is there. */
export async function forgetContainers(dataDir: string): Promise<void> {
  await compose(dataDir, process.env, "down", "--volumes");
}
