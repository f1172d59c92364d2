import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";

const opened = openForTests();

const MOST_STEPS = 80;

/** What the keyboard is at, as a screen reader would say it, and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element === null || element === document.body) return { name: "", isMarked: true };
    const labels = (element as HTMLInputElement).labels;
    const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
    // A text field shows it by its border and its cursor.
    const isMarked = getComputedStyle(element).outlineStyle !== "none" || element.matches("input, textarea");
    return { name: name.trim(), isMarked };
  });

/** Presses Tab until something with this name has the focus; on the way, everything shows where it is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    expect(at.isMarked, `focus on ${at.name} can be seen`).toBe(true);
    if (name.test(at.name)) return;
    passed.push(at.name);
  }
  throw new Error(`Tab never came to ${name}: ${passed.join(" | ")}`);
}

async function signInByKeyboard(page: Page, account: string): Promise<void> {
  await tabTo(page, /E-mail/);
  await page.keyboard.type(`${account}@demo.rialto.example`);
  await tabTo(page, /^Password/);
  await page.keyboard.type("shishi-demo-2025");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Now" }).waitFor();
}

test("by keyboard alone one signs in, finds somebody, asks for a meeting and accepts it", async () => {
  const { arrive, timesFor } = opened.doors;
  const buyer = await arrive({ role: "buyer", name: { en: "Keys Only" } });
  const maker = await arrive({ role: "exhibitor", name: { en: "Arrow Weavers" }, withBooth: true });
  await timesFor(buyer, maker);

  const asking = await visit(opened.browser, { path: "/sign-in", width: 1440 });
  const { page } = asking;
  await signInByKeyboard(page, buyer.account);
  await tabTo(page, /^Find$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Find" }).waitFor();
  await tabTo(page, /^Search$/);
  await page.keyboard.type(maker.name);
  await page.getByRole("link", { name: maker.name }).waitFor();
  await page.getByText("1 found").waitFor();
  await tabTo(page, new RegExp(`^${maker.name}`));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: maker.name }).waitFor();
  await tabTo(page, /^Ask for a meeting$/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("group").first().waitFor();
  await tabTo(page, /^\d\d:\d\d/);
  // The next time may begin meanwhile.
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await tabTo(page, /^Message/);
  await page.keyboard.type("Typed, never tapped");
  await tabTo(page, /^Send the request$/);
  await page.keyboard.press("Enter");
  await page.getByText("Waits for their answer").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  const answering = await visit(opened.browser, { path: "/sign-in" });
  await signInByKeyboard(answering.page, maker.account);
  await answering.page.getByText("Typed, never tapped").waitFor();
  await tabTo(answering.page, /^Accept/);
  await answering.shot("keyboard-focus");
  await answering.page.keyboard.press("Enter");
  await answering.page.getByText("Next meeting").waitFor();
  await page.getByText("Booked").first().waitFor();
  await asking.leave();
  await answering.leave();
});
