import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "./problem.ts";
import { chosenRungs } from "./servers/chosen-rungs.ts";
import { containerRung, forgetContainers } from "./servers/containers.ts";

/** Forgets the data of earlier starts. Servers that somebody else runs are not Rialto's to empty. */
export async function forgetData(stateDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.MONGO_URL || env.KAFKA_BROKERS) {
    const sentence = "--fresh forgets only what Rialto's own servers hold, but MONGO_URL or KAFKA_BROKERS is set.";
    throw new Problem("FRESH_NOT_OURS", `${sentence} Empty those servers yourself, or unset the variables.`);
  }
  const dataDir = join(stateDir, "data");
  const { mongo, kafka } = await chosenRungs(dataDir);
  if (mongo === containerRung || kafka === containerRung) await forgetContainers(dataDir);
  await rm(dataDir, { recursive: true, force: true });
}
