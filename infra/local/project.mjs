// Plain JavaScript that any Node from 20 on runs: it brings the project to the point where its own Node can take over.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { holderOf, takeLock } from "./lock.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OLDEST_NODE = 20;

export class Sentence extends Error {}

export function requireNode(version = process.versions.node) {
  if (Number(version.split(".")[0]) >= OLDEST_NODE) return;
  throw new Sentence(
    `Rialto needs Node.js ${OLDEST_NODE} or newer, and this is ${version}. Install a newer one from nodejs.org and try again.`,
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

const markerIn = (folder) => join(folder, "node_modules", ".installed-lock-file");

const hashOfLock = (folder) =>
  createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");

/** Whether what npm says it installed is what the lock file says. */
function isSame(folder) {
  const wanted = readJson(join(folder, "package-lock.json"))?.packages ?? {};
  const found = readJson(join(folder, "node_modules", ".package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional, peer }]) => {
    if (!path.includes("node_modules/")) return true;
    const has = found[path];
    if (has === undefined) return Boolean(optional || devOptional || peer);
    return link ? has.link === true : has.version === version;
  });
}

/** Whether node_modules holds what the lock file says. Their times are no help: a checkout changes one of them. */
export function isInstalled(folder = root) {
  if (!existsSync(join(folder, "node_modules", ".bin", "node"))) return false;
  const marker = existsSync(markerIn(folder)) ? readFileSync(markerIn(folder), "utf8") : undefined;
  return marker === hashOfLock(folder) || isSame(folder);
}

function npmCi() {
  const args = ["ci", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const how = { cwd: root, stdio: "inherit" };
  return npm?.endsWith(".js") ? spawnSync(process.execPath, [npm, ...args], how) : spawnSync("npm", args, how);
}

function install() {
  const running = holderOf(join(root, ".rialto", "start.lock"));
  if (running !== undefined)
    throw new Sentence(
      `The packages have changed while Rialto runs (process ${running}). Stop it with Ctrl-C, then start again.`,
    );
  const lock = takeLock(join(root, ".rialto", "install.lock"));
  if (!lock.taken)
    throw new Sentence("Another start is installing the packages in this folder. Wait until it is ready, then use that one.");
  try {
    console.log("Installing the packages (only when they have changed; about a minute) ...");
    const { status, error } = npmCi();
    if (error)
      throw new Sentence(`npm could not be run (${error.message}). It comes with Node.js; install both from nodejs.org.`);
    if (status !== 0)
      throw new Sentence(
        "The packages could not be installed; npm says above why. Check the network and the free disk space, then start again.",
      );
    writeFileSync(markerIn(root), hashOfLock(root));
  } finally {
    lock.release();
  }
}

/** Installs what is missing and returns the project's own Node. */
export function prepare() {
  requireNode();
  if (!isInstalled()) install();
  const node = join(root, "node_modules", ".bin", "node");
  if (spawnSync(node, ["--version"]).status === 0) return node;
  throw new Sentence("The project's own Node.js did not install. Run `npm ci` without --ignore-scripts, then start again.");
}

// kafkajs makes Node warn about a timer; see the messaging package, which cures it where it matters.
const flags = ["--disable-warning=TimeoutNegativeWarning", "--max-semi-space-size=1", "--max-old-space-size=128"];

/** Runs a program of this folder on the project's own Node and ends as it ends. Ctrl-C is the program's to answer. */
export function runOnProjectNode(program) {
  try {
    const node = prepare();
    const file = join(root, "infra", "local", "src", program);
    const env = {
      MALLOC_ARENA_MAX: "2",
      ...process.env,
      PATH: `${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}`,
    };
    const child = spawn(node, [...flags, file, ...process.argv.slice(2)], { stdio: "inherit", cwd: root, env });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("exit", (code) => process.exit(code ?? 1));
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
