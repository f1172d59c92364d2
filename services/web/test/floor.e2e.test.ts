import { newId } from "@rialto/contracts/kernel/ids";
import { getMeeting } from "@rialto/contracts/matchmaking/operations";
import { holdBooth } from "@rialto/contracts/venue/operations/occupancy";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Acting, accept, acting, ask, type Newcomer, newcomer, soonHeard, verified } from "./support/acting.ts";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
let organizer: Acting;
let exhibitor: Newcomer;

beforeAll(async () => {
  browser = await startChromium();
  organizer = await acting("organizer");
  exhibitor = await verified(organizer, await newcomer(organizer, "exhibitor", `Quayside Looms ${newId().slice(-4)}`));
});
afterAll(() => browser.close());

/** A booth that nobody has, from the plan's end. */
async function freeBooth() {
  const { zones } = await organizer.client.call(listBooths, { params: { fairId: organizer.fairId } });
  const free = zones.flatMap(({ booths }) => booths).findLast(({ status }) => status === "available");
  if (free === undefined) throw new Error("the demo fair has no free booth");
  return free;
}

const statusOf = (page: Page, code: string, status: string) => page.locator(`[data-booth="${code}"][data-status="${status}"]`);

describe("the floor", () => {
  test("a booth is given, met at and taken back: another organizer and the exhibitor see it at once, and it is said what it does", async () => {
    const { code } = await freeBooth();
    const mine = await visit(browser, { account: "organizer", width: 1440, path: "/floor" });
    const other = await visit(browser, { account: "organizer", width: 1440, language: "zh", theme: "dark", path: "/floor" });
    const theirs = await visit(browser, { account: exhibitor.account, path: "/booth" });
    const panel = mine.page.getByRole("complementary", { name: `Booth ${code}` });

    await mine.page.locator(`[data-booth="${code}"]`).click();
    await panel.getByRole("button", { name: "Assign it" }).click();
    await panel.getByRole("searchbox").fill(exhibitor.name);
    await panel.getByRole("button", { name: exhibitor.name }).click();
    await panel.getByText("Taken").waitFor();
    await statusOf(other.page, code, "assigned").waitFor();
    await theirs.page.getByRole("listitem").getByText(code).waitFor();

    const buyer = await acting("buyer62");
    const asked = await ask(buyer, exhibitor);
    await accept(exhibitor, asked);

    await panel.getByRole("button", { name: "Take it back" }).click();
    await panel.getByText(/The booth is taken from/).waitFor();
    await panel.locator('[data-meetings="1"]').getByText(exhibitor.name).waitFor();
    await mine.accessible();
    await mine.shot("floor-release");
    await panel.getByRole("textbox", { name: "Reason" }).fill("The stage needs the place");
    await panel.getByRole("button", { name: "Take it back" }).click();
    await statusOf(mine.page, code, "available").waitFor();
    await statusOf(other.page, code, "available").waitFor();
    await theirs.page.getByText("No booth yet").waitFor();
    const params = { fairId: buyer.fairId, meetingId: asked.meetingId };
    await expect
      .poll(async () => (await buyer.client.call(getMeeting, { params })).status, { timeout: 10_000 })
      .toBe("cancelled");
    await other.accessible();
    await other.shot("floor");
    for (const visitor of [mine, other, theirs]) await visitor.leave();
  });

  test("a hold counts down on the organizer's screen and is confirmed there", async () => {
    const { code, boothId } = await freeBooth();
    const { page, leave, shot, accessible } = await visit(browser, {
      account: "organizer",
      width: 390,
      language: "zh",
      path: "/floor",
    });
    await page.locator(`[data-booth="${code}"]`).waitFor();
    const at = { params: { fairId: organizer.fairId, boothId }, body: { organizationId: exhibitor.organizationId } };
    await soonHeard(() => exhibitor.client.call(holdBooth, { ...at, idempotencyKey: newId() }));
    await statusOf(page, code, "held").waitFor();
    await page.locator(`[data-booth="${code}"]`).dispatchEvent("click");
    const panel = page.getByRole("complementary", { name: `展位 ${code}` });
    await panel.getByRole("timer").waitFor();
    await accessible();
    await shot("floor-held");
    await panel.getByRole("button", { name: "确认展位" }).click();
    await panel.getByText("已分配").waitFor();
    await statusOf(page, code, "assigned").waitFor();
    await leave();
  });

  test("by keyboard alone: walk to a booth, open it, take it out of use and put it back, and come back to it", async () => {
    const { page, leave } = await visit(browser, { account: "organizer", width: 1440, path: "/floor" });
    await page.locator("[data-booth]").first().waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("data-booth") ?? document.activeElement?.textContent);
    const pressUntil = async (key: string, isThere: () => Promise<boolean>) => {
      for (let press = 0; press < 60 && !(await isThere()); press++) await page.keyboard.press(key);
      expect(await isThere(), `${key} leads there`).toBe(true);
    };
    await pressUntil("Tab", async () => /^[A-Z]-\d+$/.test((await focused()) ?? ""));
    const first = await focused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).not.toBe(first);
    // To one that nobody has.
    await pressUntil("ArrowRight", async () => (await page.locator('[data-status="available"]:focus').count()) > 0);
    const code = (await focused()) ?? "";
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: `Booth ${code}` }).waitFor();
    await pressUntil("Tab", async () => (await focused()) === "Block it");
    await page.keyboard.press("Enter");
    await pressUntil("Tab", () => page.evaluate(() => document.activeElement?.tagName === "INPUT"));
    await page.keyboard.type("Emergency exit");
    await page.keyboard.press("Enter");
    await statusOf(page, code, "blocked").waitFor();
    await pressUntil("Tab", async () => (await focused()) === "Put back into use");
    await page.keyboard.press("Enter");
    await statusOf(page, code, "available").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe(code);
    await leave();
  });

  test("zoom and drag move the plan and open no booth; the whole hall comes back", async () => {
    const { page, leave } = await visit(browser, { account: "zones", width: 1440, path: "/floor" });
    const plan = page.locator("main svg[role=group]");
    const seen = async () =>
      ((await plan.getAttribute("viewBox")) ?? "").split(" ").map(Number) as [number, number, number, number];
    await page.locator("[data-booth]").first().waitFor();
    const [, , whole] = await seen();
    await page.getByRole("button", { name: "Zoom in" }).click();
    await plan.hover();
    await page.mouse.wheel(0, -240);
    await expect.poll(async () => (await seen())[2]).toBeLessThan(whole * 0.7);
    const [before] = await seen();
    await page.mouse.down();
    await page.mouse.move(300, 400, { steps: 4 });
    await page.mouse.up();
    expect((await seen())[0]).not.toBe(before);
    expect(await page.getByRole("complementary").count()).toBe(0);
    await page.getByRole("button", { name: "Whole hall" }).click();
    expect((await seen())[2]).toBe(whole);
    await leave();
  });

  test("as a table: found by number, filtered by status, opened", async () => {
    const { page, leave, shot, accessible } = await visit(browser, {
      account: "zones",
      theme: "dark",
      width: 1440,
      path: "/floor",
    });
    await page.getByText("Table", { exact: true }).click();
    const rows = page.getByRole("row");
    await page.getByRole("combobox", { name: "Status" }).selectOption("assigned");
    await page.getByRole("searchbox").fill("a-001");
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole("button", { name: "A-001" }).click();
    await page.getByRole("complementary", { name: "Booth A-001" }).waitFor();
    await accessible();
    await shot("floor-table");
    await leave();
  });
});
