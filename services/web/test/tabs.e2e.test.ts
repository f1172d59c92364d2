import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { plannedShow } from "./support/show.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const socketOf = (page: Page) => page.waitForEvent("websocket", (socket) => socket.url().includes("/live"));
const plan = (title: string) => plannedShow({ en: title }, []);

test("two tabs share one socket: both hear, and when the one that has it closes, the other goes on", async () => {
  const first = await visit(browser, { account: "organizer", width: 1440 });
  const connected = socketOf(first.page);
  await first.go("/ceremonies");
  await connected;
  const second = await first.context.newPage();
  const sockets: string[] = [];
  second.on("websocket", (socket) => sockets.push(socket.url()));
  await second.goto("/ceremonies");
  await second.getByRole("heading", { level: 1 }).waitFor();

  const heardByBoth = `Heard by both ${Date.now()}`;
  await plan(heardByBoth);
  await Promise.all([first.page, second].map((page) => page.getByText(heardByBoth).waitFor()));
  expect(sockets).toEqual([]);

  const taken = socketOf(second);
  await first.page.close();
  await taken;
  const heardByTheOther = `Heard by the other ${Date.now()}`;
  await plan(heardByTheOther);
  await second.getByText(heardByTheOther).waitFor();
  await first.leave();
});

test("a tab that was cut off fetches again what it shows, and says meanwhile since when it is old", async () => {
  const { page, context, leave } = await visit(browser, { account: "host", path: "/ceremonies" });
  await context.setOffline(true);
  await page.getByText(/No connection\. What you see is from/).waitFor();
  const missed = `Planned meanwhile ${Date.now()}`;
  await plan(missed);
  expect(await page.getByText(missed).count()).toBe(0);
  await context.setOffline(false);
  await page.getByText(missed).waitFor();
  await page.getByText(/No connection\. What you see is from/).waitFor({ state: "detached" });
  await leave();
});
