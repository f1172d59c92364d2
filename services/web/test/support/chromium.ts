import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium that CHROMIUM_PATH names, else one on the PATH. Throws a sentence that says how to get one. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string {
  const places = (env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [env.CHROMIUM_PATH ?? "", ...places].find((path) => path !== "" && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "The browser tests need Chromium: `apt-get install chromium` on Debian, `npx playwright-core install chromium` elsewhere, " +
      "or name one in CHROMIUM_PATH.",
  );
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

/** A browser with an empty profile of its own. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), headless: true, args: quiet });
