import { listNotifications } from "@rialto/contracts/gateway/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { type Doors, openDoors, type Party } from "./support/parties.ts";
import { weakLine } from "./support/weak-line.ts";

/** The gateway pings every 10 s and gives up after 10 s of silence; a screen says so after 2.5 s. */
const NOTICED_WITHIN_MS = 25_000;

let browser: Browser;
let doors: Doors;
beforeAll(async () => {
  browser = await startChromium();
  doors = await openDoors();
});
afterAll(() => browser.close());

/** Notes which announcements come up from now on; they are gone with a reload. */
const noteToasts = (page: Page) =>
  page.evaluate(() => {
    const toasts: string[] = [];
    Object.assign(window, { toasts });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && /mantine-Notification-root/.test(node.outerHTML)) toasts.push(node.textContent ?? "");
    }).observe(document.body, { childList: true, subtree: true });
  });
const toastsOf = (page: Page) => page.evaluate(() => (window as unknown as { toasts: string[] }).toasts);

const stale = (page: Page) => page.getByText(/^No connection\. What you see is from \d\d:\d\d\.$/);
const asks = ({ name }: Party) => `${name} asks for a meeting`;

test("a connection that is cut, or silently dead, is told from a live one; what happened meanwhile is there once, without a reload", async () => {
  const { arrive, timesFor, ask } = doors;
  const [maker, ...buyers] = await Promise.all([
    arrive({ role: "exhibitor", name: { en: "Distant Drums", zh: "远鼓" }, withBooth: true }),
    ...["Cable Cut", "Flickering Light", "Silent Hall"].map((en) => arrive({ role: "buyer", name: { en } })),
  ]);
  const times = await Promise.all(buyers.map((buyer) => timesFor(buyer, maker)));
  const askNow = (nth: number) => ask(buyers[nth]!, maker, [times[nth]![nth]!.slotId], `Request ${nth}`);
  const line = await weakLine();
  const desk = await visit(browser, { account: maker.account, path: "/day", url: line.url });
  const { page } = desk;
  await page.getByRole("link", { name: "Notifications, " }).waitFor();
  await noteToasts(page);
  const bell = page.getByRole("link", { name: /^Notifications/ });
  const counted = async () => Number(/\d+/.exec((await bell.getAttribute("aria-label")) ?? "")?.[0]);
  const told = async () => (await maker.person.client.call(listNotifications, { query: { limit: 50 } })).items.length;
  await expect.poll(async () => (await counted()) - (await told())).toBe(0);

  // Cut: said quietly; a request that came meanwhile is there when the line is.
  line.cut();
  await stale(page).waitFor();
  await askNow(0);
  expect(await page.getByText("Request 0").count()).toBe(0);
  line.mend();
  await page.getByText("Request 0").waitFor();
  await stale(page).waitFor({ state: "detached" });

  // Cut and back just while something is on its way.
  const asked = askNow(1);
  for (let round = 0; round < 5; round++) {
    line.cut();
    line.mend();
    await page.waitForTimeout(40);
  }
  await asked;
  await page.getByText("Request 1").waitFor();

  // Nothing passes, and nobody says so.
  await page.getByText(asks(buyers[1]!)).waitFor();
  line.stall();
  await askNow(2);
  await stale(page).waitFor({ timeout: NOTICED_WITHIN_MS });
  await desk.accessible();
  await desk.shot("connection-dead");
  expect(await page.getByText("Request 2").count()).toBe(0);
  line.mend();
  await page.getByText("Request 2").waitFor();
  await stale(page).waitFor({ state: "detached" });

  // Each was announced once, is counted once and listed once, and the page is the one that was opened.
  await expect.poll(counted).toBe(await told());
  const toasts = await toastsOf(page);
  for (const buyer of buyers) expect(toasts.filter((toast) => toast.includes(asks(buyer)))).toHaveLength(1);
  await bell.click();
  for (const buyer of buyers) {
    const listed = page.getByRole("listitem").filter({ hasText: asks(buyer) });
    await listed.first().waitFor();
    expect(await listed.count()).toBe(1);
  }
  await expect.poll(counted).toBe(0);
  await desk.leave();
  await line.close();
});
