import { listNotifications } from "@rialto/contracts/gateway/operations";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import type { Party } from "./support/parties.ts";
import { weakLine } from "./support/weak-line.ts";

/** The gateway pings every 10 s and gives up after 10 s of silence; a screen says so after 2.5 s. */
const NOTICED_WITHIN_MS = 25_000;

const opened = openForTests();

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

/** The person at a screen over a line of its own, with what the services have told them and what the bell says of it. */
async function overLine(who: Party) {
  const line = await weakLine();
  const visitor = await visit(opened.browser, { account: who.account, path: "/day", url: line.url });
  const { page } = visitor;
  await noteToasts(page);
  const bell = page.getByRole("link", { name: /^Notifications/ });
  const counted = async () => Number(/\d+/.exec((await bell.getAttribute("aria-label")) ?? "")?.[0]);
  const told = async () => (await who.person.client.call(listNotifications, { query: { limit: 50 } })).items.length;
  const isCountedOnce = () => expect.poll(async () => (await counted()) - (await told())).toBe(0);
  await isCountedOnce();
  return { line, ...visitor, bell, isCountedOnce };
}

test("a connection that is cut, or silently dead, is told from a live one; what happened meanwhile is there once, without a reload", async () => {
  const { arrive, timesFor, ask } = opened.doors;
  const [maker, ...buyers] = await Promise.all([
    arrive({ role: "exhibitor", name: { en: "Distant Drums", zh: "远鼓" }, withBooth: true }),
    ...["Cable Cut", "Flickering Light", "Silent Hall"].map((en) => arrive({ role: "buyer", name: { en } })),
  ]);
  const times = await Promise.all(buyers.map((buyer) => timesFor(buyer, maker)));
  const askNow = (nth: number) => ask(buyers[nth]!, maker, [times[nth]![nth]!.slotId], `Request ${nth}`);
  const [cut, dead] = await Promise.all([overLine(maker), overLine(maker)]);
  const { page, line } = cut;
  // Nothing passes to the one from here on, and nobody says so.
  dead.line.stall();

  // The other is cut: said quietly; a request that came meanwhile is there when the line is.
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

  await stale(dead.page).waitFor({ timeout: NOTICED_WITHIN_MS });
  await dead.accessible();
  await dead.shot("connection-dead");
  expect(await dead.page.getByText(/^Request \d$/).count()).toBe(0);
  await askNow(2);
  dead.line.mend();
  for (const window of [dead, cut]) for (const nth of [0, 1, 2]) await window.page.getByText(`Request ${nth}`).waitFor();
  await stale(dead.page).waitFor({ state: "detached" });

  // Each was announced once, is counted once and listed once, and the pages are those that were opened.
  for (const window of [cut, dead]) {
    await window.isCountedOnce();
    for (const buyer of buyers) {
      const announced = async () => (await toastsOf(window.page)).filter((toast) => toast.includes(asks(buyer)));
      await expect.poll(announced).toHaveLength(1);
    }
  }
  for (const { page, bell, leave, line } of [cut, dead]) {
    await bell.click();
    for (const buyer of buyers) {
      const listed = page.getByRole("listitem").filter({ hasText: asks(buyer) });
      await listed.first().waitFor();
      expect(await listed.count()).toBe(1);
    }
    await leave();
    await line.close();
  }
});
