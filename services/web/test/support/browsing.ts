import { mkdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "@rialto/local/project-root";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, inject } from "vitest";

export interface Visit {
  /** The part of the e-mail address before `@demo.rialto.example`; absent: nobody is signed in. */
  readonly account?: string;
  readonly language?: "en" | "zh";
  readonly width?: number;
  readonly theme?: "light" | "dark";
  /** Where to go, after signing in. */
  readonly path?: string;
  /** Every translated text appears in brackets. */
  readonly marked?: boolean;
  /** Where the fair is reached; absent: at its gateway itself. */
  readonly url?: string;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to a page of the fair and waits until it shows data instead of placeholders. */
  readonly go: (path: string) => Promise<void>;
  /** Keeps a picture in .artifacts/web for people to look at. */
  readonly shot: (name: string, options?: { readonly isWhole?: boolean }) => Promise<void>;
  /** The same window on another screen: 390 is a phone, 1440 a desk. */
  readonly resize: (width: number) => Promise<void>;
  /** The same person in the other language, from the next page on. */
  readonly speak: (language: "en" | "zh") => Promise<void>;
  /** No finding of axe-core that is serious or critical. */
  readonly accessible: () => Promise<void>;
  /** Nothing was wrong in the console so far: no error, no report of the content policy. */
  readonly unharmed: () => void;
  /** Looks whether anything was wrong, then closes. */
  readonly leave: () => Promise<void>;
}

const pictures = join(projectRoot, ".artifacts", "web");
const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const heights = (width: number) => (width < 600 ? 844 : Math.round((width * 9) / 16));

/** The browser writes a refusal of a service, and a cut network, into its console although the screen explains them. */
const isOrdinary = (text: string) => /Failed to load resource/.test(text) && /status of 4\d\d|net::ERR_/.test(text);

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isOrdinary(message.text()) && !/WebSocket connection/.test(message.text()))
      problems.push(`${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => problems.push(`${error.message} (${page.url()})`));
  return problems;
}

/** Packed for speed: a full stage takes the browser a second otherwise, twenty times in one ceremony. */
async function picture(page: Page, isWhole: boolean): Promise<Buffer> {
  if (isWhole) return page.screenshot({ fullPage: true });
  const devTools = await page.context().newCDPSession(page);
  const { data } = await devTools.send("Page.captureScreenshot", { format: "png", optimizeForSpeed: true });
  await devTools.detach();
  return Buffer.from(data, "base64");
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[type="email"]').fill(`${account}@demo.rialto.example`);
  await page.locator('input[autocomplete="current-password"]').fill("shishi-demo-2025");
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Data instead of placeholders. */
const settled = (page: Page) => page.locator("[aria-busy=true], .mantine-Skeleton-root").first().waitFor({ state: "detached" });

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, "utf8"));
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`));
  });
}

/** A window of its own, as one person has it: own storage, own session. Everything that goes wrong in it fails the test. */
export async function visit(browser: Browser, options: Visit = {}): Promise<Visitor> {
  const { account, theme = "light", path, marked = false, url = inject("fair").url } = options;
  let { width = 390, language = "en" } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: heights(width) },
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    hasTouch: width < 600,
  });
  context.setDefaultTimeout(15_000);
  // The browser's own words for it differ; these are found in the console whatever it says.
  await context.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      console.error(`refused by the content policy: ${effectiveDirective} ${blockedURI}`),
    ),
  );
  if (marked) await context.addInitScript(() => localStorage.setItem("rialto.language", "marker"));
  const page = await context.newPage();
  const problems = problemsOf(page);
  const visitor: Visitor = {
    page,
    context,
    async go(to) {
      await page.goto(to);
      await page.locator("h1, [data-stage]").first().waitFor();
      await settled(page);
    },
    async shot(name, { isWhole = false } = {}) {
      mkdirSync(pictures, { recursive: true });
      await writeFile(join(pictures, `${name}-${language}-${width}-${theme}.png`), await picture(page, isWhole));
    },
    async resize(to) {
      width = to;
      await page.setViewportSize({ width, height: heights(width) });
    },
    async speak(to) {
      language = to;
      await context.addInitScript((chosen) => localStorage.setItem("rialto.language", chosen), language);
    },
    accessible: async () => expect.soft(await findings(page), `accessibility of ${page.url()}`).toEqual([]),
    unharmed: () => expect(problems).toEqual([]),
    async leave() {
      await context.close();
      expect(problems).toEqual([]);
    },
  };
  if (account !== undefined) await signIn(page, account);
  if (path !== undefined) await visitor.go(path);
  return visitor;
}
