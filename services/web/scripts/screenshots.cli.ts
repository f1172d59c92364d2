// The pictures of the README, from a fair that runs: `npm start`, then `npm run screenshots -w services/web`. FAIR_URL names another.
// They show the reference fair as the seed has made it; take them right after `npm start -- --fresh`.
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "@rialto/local/project-root";
import type { Browser, Page } from "playwright-core";
import { signedIn } from "../bench/signed-in.ts";
import { startChromium } from "../test/support/chromium.ts";

const url = process.env.FAIR_URL ?? "http://127.0.0.1:4000";
const fair = { url, operator: { email: "", password: "" } };
const folder = join(projectRoot, "services", "web", "pictures");
const MOST_KB = 150;

const settled = (page: Page) => page.locator("[aria-busy=true], .mantine-Skeleton-root").first().waitFor({ state: "detached" });

async function keep(page: Page, name: string): Promise<void> {
  await page.locator("h1").first().waitFor();
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.jpg`);
  await page.screenshot({ path, type: "jpeg", quality: 82, animations: "disabled" });
  const kb = Math.round((await stat(path)).size / 1_000);
  console.log(`${path}: ${kb} kB`);
  if (kb > MOST_KB) throw new Error(`${name} is larger than ${MOST_KB} kB`);
  await page.context().close();
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;
const desk = { viewport: { width: 1280, height: 720 } } as const;

async function open(browser: Browser, account: string, path: string, options: object): Promise<Page> {
  const page = await signedIn(browser, fair, account, { reducedMotion: "reduce", ...options });
  await page.goto(path);
  return page;
}

await mkdir(folder, { recursive: true });
const browser = await startChromium();
try {
  await keep(await open(browser, "buyer1", "/now", phone), "now");
  await keep(await open(browser, "organizer", "/floor", { ...desk, locale: "zh-CN" }), "floor");
  const context = await browser.newContext({ baseURL: url, reducedMotion: "reduce", ...desk });
  const stage = await context.newPage();
  await stage.goto("/stage");
  await stage.locator('main[data-moment]:not([data-moment="waiting"])').waitFor();
  await keep(stage, "stage");
} finally {
  await browser.close();
}
