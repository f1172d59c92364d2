import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Problem } from "./problem.ts";
import { type Outcome, runProgram } from "./servers/run-program.ts";

const shared = ["packages/contracts/src", "packages/client/src"];
const passedOver = new Set(["node_modules", "dist", "build", "coverage", ".artifacts", "test", "bench", "scripts"]);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries
    .filter(({ name }) => !passedOver.has(name))
    .map(async (entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
  return (await Promise.all(below)).flat().sort();
}

/** One hash of everything the pages are built from. */
export async function hashOfSources(root: string, pages: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of [pages, ...shared]) {
    for (const file of await filesBelow(join(root, folder)))
      hash
        .update(relative(root, file))
        .update("\0")
        .update(await readFile(file));
  }
  return hash.digest("hex");
}

async function hasBuild(root: string, pages: string): Promise<boolean> {
  const text = await readFile(join(root, pages, "package.json"), "utf8").catch(() => "{}");
  return JSON.parse(text).scripts?.build !== undefined;
}

async function buildFailed(outcome: Outcome, logFile: string): Promise<Problem> {
  await mkdir(dirname(logFile), { recursive: true });
  await writeFile(logFile, outcome.output);
  const [first = ""] = outcome.output.split("\n").filter((line) => /error/i.test(line));
  const sentence = `The pages could not be built (log: ${logFile}): ${first.trim().slice(0, 300)}`;
  return new Problem("WEB_BUILD_FAILED", `${sentence}\nTo see it alone: npm run build, in the folder of the pages.`);
}

/** Builds the pages, a workspace with a `build` script, when their sources are others than those of the last build. Throws a Problem when that fails. */
export async function buildPages(root: string, pages: string, logFile: string, log: (line: string) => void): Promise<void> {
  if (!(await hasBuild(root, pages))) return;
  const marker = join(root, ".rialto", "cache", "web-build.sha256");
  const hash = await hashOfSources(root, pages);
  const built = await readFile(marker, "utf8").catch(() => undefined);
  if (built === hash && existsSync(join(root, pages, "dist"))) return;
  log("Building the pages ...");
  // Also when a test asks: what is tested is what people get, with its service worker.
  const outcome = await runProgram("npm", ["run", "build"], {
    cwd: join(root, pages),
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (outcome.code !== 0) throw await buildFailed(outcome, logFile);
  await mkdir(dirname(marker), { recursive: true });
  await writeFile(marker, hash);
}
