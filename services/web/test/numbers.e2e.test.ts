import { countNotifications } from "@rialto/contracts/gateway/operations";
import { liveCounters } from "@rialto/contracts/matchmaking/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Acting, accept, acting, ask, newcomer, verified } from "./support/acting.ts";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
let organizer: Acting;
beforeAll(async () => {
  browser = await startChromium();
  organizer = await acting("organizer");
});
afterAll(() => browser.close());

const ids = ["openRequests", "scheduled", "held", "missed", "cancelled", "booths", "notifications"] as const;

const shown = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(
      ids.map(async (id) => [id, Number((await page.locator(`[data-number="${id}"] strong`).innerText()).replace(/\D/g, ""))]),
    ),
  );

/** As the services say it. */
async function counted() {
  const params = { fairId: organizer.fairId };
  const { openRequests, scheduled, held, missed, cancelled, booths } = await organizer.client.call(liveCounters, { params });
  const { sent } = await organizer.client.call(countNotifications, { params });
  return { openRequests, scheduled, held, missed, cancelled, booths, notifications: sent };
}

test("the numbers move when somebody asks and books, for organizer and zone manager, and agree with the services", async () => {
  const [buyer, exhibitor] = [
    await verified(organizer, await newcomer(organizer, "buyer", "Numbers Buying")),
    await acting("exhibitor21"),
  ];
  const desk = await visit(browser, { account: "organizer", width: 1440, path: "/numbers" });
  const phone = await visit(browser, { account: "zones", language: "zh", theme: "dark", path: "/numbers" });
  const agree = (page: Page) => expect.poll(async () => [await shown(page), await counted()], { timeout: 15_000 });
  const bothAgree = async () => {
    for (const { page } of [desk, phone])
      await agree(page).toSatisfy(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
  };
  await bothAgree();
  const before = await shown(desk.page);

  const asked = await ask(buyer, exhibitor);
  await expect.poll(async () => (await shown(desk.page)).openRequests).toBe(before.openRequests + 1);
  await accept(exhibitor, asked);
  for (const { page } of [desk, phone]) await expect.poll(async () => (await shown(page)).scheduled).toBe(before.scheduled + 1);
  await bothAgree();
  const after = await shown(desk.page);
  expect(after.openRequests).toBe(before.openRequests);
  expect(after.notifications).toBeGreaterThan(before.notifications);

  const { occupancy = [], slots } = await organizer.client.call(liveCounters, { params: { fairId: organizer.fairId } });
  const cells = await desk.page.locator("table td[data-shade]").allInnerTexts();
  const drawn = cells.map((text) => Number(text.replace(/\D/g, ""))).reduce((sum, one) => sum + one, 0);
  const booked = occupancy.reduce((sum, { meetings }) => sum + meetings, 0);
  expect(drawn).toBe(booked + slots.reduce((sum, { scheduled, held }) => sum + scheduled + held, 0));
  for (const visitor of [desk, phone]) {
    await visitor.accessible();
    await visitor.shot("numbers");
    await visitor.leave();
  }
});
