import { rm } from "node:fs/promises";
import { join } from "node:path";
import { downloadVerified } from "./archive.ts";
import { cached } from "./cache.ts";
import { findJava } from "./java.ts";
import { kafkaPlan } from "./kafka-broker.ts";
import { KAFKA_VERSION, SCALA_VERSION } from "./kafka-version.ts";
import type { Rung } from "./ladder.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";
import { showProgress } from "./show-progress.ts";

const name = `kafka_${SCALA_VERSION}-${KAFKA_VERSION}`;
const officialArchive = `https://archive.apache.org/dist/kafka/${KAFKA_VERSION}/${name}.tgz`;

/** Downloads the archive into `folder`, verifies it and unpacks it there. */
export async function fillFromArchive(folder: string, url: string): Promise<void> {
  const file = join(folder, "archive.tgz");
  await downloadVerified(url, file);
  const outcome = await runProgram("tar", ["-xzf", file, "-C", folder, "--strip-components=1"]);
  if (outcome.code !== 0) throw new Error(`tar could not unpack it: ${lastWords(outcome)}`);
  await rm(file);
}

export const kafkaFromArchive: Rung<ServerContext, ServerPlan> = {
  name: `Kafka ${KAFKA_VERSION} from the official archive`,
  async try(context) {
    const java = await findJava(context);
    const folder = await cached(context.cacheDir, `kafka-archive-${KAFKA_VERSION}`, (filling) =>
      showProgress("Downloading Kafka (130 MB)", filling, context.log, () => fillFromArchive(filling, officialArchive)),
    );
    return kafkaPlan(java, join(folder, "libs", "*"), context);
  },
};
