import { listNotifications } from "@rialto/contracts/gateway/operations";
import { getMeeting } from "@rialto/contracts/matchmaking/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Acting, accept, acting, ask, type Newcomer, newcomer, verified } from "./support/acting.ts";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
let buyer: Newcomer;
let exhibitor: Acting;
beforeAll(async () => {
  browser = await startChromium();
  const organizer = await acting("organizer");
  buyer = await verified(organizer, await newcomer(organizer, "buyer", "Timetable Buying"));
  exhibitor = await acting("exhibitor31");
});
afterAll(() => browser.close());

/** What the person was told about schedules, newest first. */
async function told(): Promise<string[]> {
  const { items } = await buyer.client.call(listNotifications, { query: { limit: 50 } });
  return items.map(({ content }) => content.kind).filter((kind) => kind.startsWith("schedule"));
}

const statusOf = async (meetingId: string) =>
  (await buyer.client.call(getMeeting, { params: { fairId: buyer.fairId, meetingId } })).status;

const isReady = { timeout: 60_000 };

describe("the schedule", () => {
  test("wishes become a plan that is looked at beside today, published, in the person's day with one notification, and taken back", async () => {
    const { meetingId } = await ask(buyer, exhibitor);
    const before = await told();
    const other = await visit(browser, { account: "organizer", language: "zh", theme: "dark", path: "/schedule" });
    const day = await visit(browser, { account: buyer.account, path: "/day" });
    await day.page.getByText("1 request of yours is open").waitFor();
    const { page, accessible, shot, leave } = await visit(browser, { account: "organizer", width: 1440, path: "/schedule" });
    await accessible();
    await shot("schedule");

    await page.getByLabel("Time to calculate").selectOption("10");
    await page.getByLabel("Meetings per person and day").fill("12");
    await page.getByRole("button", { name: "Calculate a plan" }).click();
    await page.waitForURL(/\/schedule\/[\w-]{36}$/);
    const runId = page.url().split("/").at(-1) ?? "";
    const line = other.page.locator(`[data-run="${runId}"]`);
    await page.getByRole("button", { name: "Publish" }).waitFor(isReady);
    await line.locator("xpath=self::*[@data-status='finished']").waitFor();
    await page.getByText("Who gains, who loses").waitFor();
    const wishes = Number(await page.locator('[data-figure="placed"] dd').innerText());
    expect(wishes).toBeGreaterThan(0);
    expect(await statusOf(meetingId)).toBe("pending");
    await page.getByRole("region", { name: "Who gains, who loses" }).getByText("1 more").first().waitFor();
    const list = (name: string) =>
      page.getByRole("radiogroup", { name: "The plan beside today" }).getByText(name, { exact: true });
    await list("Without a place").click();
    await list("Meetings").click();
    await page.getByRole("region", { name: "Meetings" }).getByRole("row").nth(1).waitFor();
    await accessible();
    await shot("schedule-plan");

    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText(new RegExp(`^Books ${wishes} meetings`)).waitFor();
    await page.getByRole("button", { name: "Book and tell everybody" }).click();
    await page.locator('[data-outcome="published"]').waitFor(isReady);
    await line.locator("xpath=self::*[@data-status='published']").waitFor();
    expect(await statusOf(meetingId)).toBe("scheduled");
    await day.page.getByText("1 request of yours is open").waitFor({ state: "detached" });
    await expect.poll(told).toEqual(["schedulePublished", ...before]);
    await list("Done otherwise").click();
    await page
      .getByText(/Everything was booked as planned|Booked/)
      .first()
      .waitFor();

    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByText(/^Takes back the/).waitFor();
    await shot("schedule-undo");
    await page.getByRole("button", { name: "Take the publication back" }).click();
    await page.locator('[data-outcome="undone"]').waitFor(isReady);
    expect(await statusOf(meetingId)).toBe("pending");
    await day.page.getByText("1 request of yours is open").waitFor();
    await expect.poll(told).toEqual(["scheduleUndone", "schedulePublished", ...before]);
    await other.accessible();
    await other.shot("schedule");
    for (const visitor of [other, day]) await visitor.leave();
    await leave();
  });

  test("a booth closes: what would move is shown and nothing has moved; the plan is thrown away", async () => {
    const owner = await acting("exhibitor32");
    const { meetingId, slotId } = await ask(buyer, owner, 2);
    const { place } = await accept(owner, { meetingId, slotId });
    const { page, accessible, shot, leave } = await visit(browser, {
      account: "organizer",
      language: "zh",
      theme: "dark",
      path: "/schedule",
    });
    await page.getByText("情况有变").click();
    await page.getByRole("radiogroup", { name: "发生了什么？" }).getByText("展位停用").click();
    await page.getByLabel("展位", { exact: true }).selectOption(place?.boothId ?? "");
    await accessible();
    await shot("schedule-repair");
    await page.getByRole("button", { name: "查看受影响的洽谈" }).click();
    await page.getByRole("button", { name: "发布" }).waitFor(isReady);
    const [moved, dropped] = await Promise.all(
      ["moved", "dropped"].map(async (id) => Number(await page.locator(`[data-figure="${id}"] dd`).innerText())),
    );
    expect((moved ?? 0) + (dropped ?? 0)).toBeGreaterThan(0);
    await accessible();
    await shot("schedule-repaired");
    await page.getByRole("button", { name: "放弃" }).click();
    await page.getByText("不会通知任何人").waitFor();
    await page.getByRole("button", { name: "放弃方案" }).click();
    await page.getByText("已放弃").waitFor();
    expect(await statusOf(meetingId)).toBe("scheduled");
    await leave();
  });

  test("nobody but the organizer has it", async () => {
    const { page, leave } = await visit(browser, { account: "zones", width: 1440, path: "/floor" });
    expect(await page.getByRole("link", { name: "Schedule" }).count()).toBe(0);
    await leave();
  });
});
