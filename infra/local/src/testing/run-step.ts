import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { projectRoot } from "../project-root.ts";
import { type Tally, tallyOfVitest } from "./tally.ts";

const bin = join(projectRoot, "node_modules", ".bin");

/** Runs a program of node_modules with its output shown, and resolves with its exit code. */
function run(command: string, args: string[]): Promise<number> {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: "inherit" });
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** A check without tests of its own: it counts as one. */
export async function staticCheck(title: string, command: string, args: string[]): Promise<Tally> {
  console.log(`\n== ${title}`);
  const code = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All tests of one vitest project. */
export async function vitestProject(project: string): Promise<Tally> {
  console.log(`\n== ${project} tests`);
  const report = join(projectRoot, ".artifacts", "tests", `${project}.json`);
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("vitest", ["run", "--project", project, "--passWithNoTests", ...reporters]);
  return tallyOfVitest(await readFile(report, "utf8").catch(() => undefined), code);
}
