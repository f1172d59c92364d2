import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { cached } from "./cache.ts";
import { findJava } from "./java.ts";
import { kafkaPlan } from "./kafka-broker.ts";
import { KAFKA_VERSION, SCALA_VERSION } from "./kafka-version.ts";
import type { Rung } from "./ladder.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext, ServerPlan } from "./server-context.ts";
import { showProgress } from "./show-progress.ts";

const dependency = (groupId: string, artifactId: string, version: string) =>
  `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></dependency>`;

// Without an SLF4J provider on the class path Kafka says nothing at all, not even why it stops.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>rialto</groupId><artifactId>kafka</artifactId><version>1</version>
<dependencies>${dependency("org.apache.kafka", `kafka_${SCALA_VERSION}`, KAFKA_VERSION)}${dependency("org.slf4j", "slf4j-simple", "1.7.36")}</dependencies>
</project>
`;

function environmentFor(java: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return isAbsolute(java) ? { ...env, JAVA_HOME: dirname(dirname(java)) } : env;
}

async function fill(folder: string, java: string, { env, signal }: ServerContext): Promise<void> {
  await writeFile(join(folder, "pom.xml"), pom);
  await mkdir(join(folder, "libs"));
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${join(folder, "libs")}`];
  const outcome = await runProgram("mvn", ["-q", "-B", "-C", ...goal], { cwd: folder, env: environmentFor(java, env), signal });
  if (outcome.code === 127) throw new Error("Maven (mvn) is not installed");
  if (outcome.code !== 0) throw new Error(`mvn could not get it: ${lastWords(outcome)}`);
  await rm(join(folder, "target"), { recursive: true, force: true });
}

export const kafkaFromMaven: Rung<ServerContext, ServerPlan> = {
  name: `Kafka ${KAFKA_VERSION} from Maven Central`,
  async try(context) {
    const java = await findJava(context);
    const folder = await cached(context.cacheDir, `kafka-maven-${KAFKA_VERSION}`, (filling) =>
      showProgress("Downloading Kafka (40 MB)", filling, context.log, () => fill(filling, java, context)),
    );
    return kafkaPlan(java, join(folder, "libs", "*"), context);
  },
};
