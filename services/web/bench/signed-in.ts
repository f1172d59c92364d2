import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { FairOfTests } from "../test/support/whole-fair.ts";

/** A window of its own with a demo person signed in: the part of the address before `@demo.rialto.example`. */
export async function signedIn(
  browser: Browser,
  fair: FairOfTests,
  account: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: fair.url,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    ...options,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator('input[type="email"]').fill(`${account}@demo.rialto.example`);
  await page.locator('input[autocomplete="current-password"]').fill("shishi-demo-2025");
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}
