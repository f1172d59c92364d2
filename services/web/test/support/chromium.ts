import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium that CHROMIUM_PATH names, else one on the PATH, else the one that playwright has fetched. */
function found(env: NodeJS.ProcessEnv): string | undefined {
  const places = (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [env.CHROMIUM_PATH ?? "", ...places, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

/** Throws a sentence that says how to get one. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const path = found(env);
  if (path !== undefined) return path;
  throw new Error(
    "The browser tests need Chromium: `apt-get install chromium` on Debian, `npx playwright-core install chromium` elsewhere, " +
      "or name one in CHROMIUM_PATH.",
  );
}

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: "inherit" }).status === 0;

/** Fetches one where none is, as far as this machine allows it; otherwise the sentence of `chromiumPath`. */
export function installChromium(env: NodeJS.ProcessEnv = process.env): void {
  if (found(env) !== undefined) return;
  process.stdout.write("Fetching Chromium for the browser tests ...\n");
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...asRoot, "apt-get", ...args];
    return works(command, ...rest);
  };
  const isDebian = existsSync("/etc/debian_version");
  if (isDebian && apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium")) return;
  works("npx", "playwright-core", "install", "chromium");
  chromiumPath(env);
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with an empty profile of its own; `more`: what else it is told at its start. */
export const startChromium = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: [...quiet, ...more] });
