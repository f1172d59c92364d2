import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const A4_WIDTH_PX = 794;

test.each(["en", "zh"] as const)(
  "a day prints on one A4 page, black on white from the dark theme too, with its owner and no buttons: %s",
  async (language) => {
    const { page, go, shot, leave } = await visit(browser, {
      account: "exhibitor2",
      language,
      theme: "dark",
      width: A4_WIDTH_PX,
    });
    await go("/day");
    const organization = page.getByText(language === "en" ? /Baihe Denim Works/ : /百禾牛仔/).first();
    expect(await organization.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    await organization.waitFor();
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    // A change of colour takes a frame, however short its transition is.
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const ink = () => page.locator("main h1").evaluate((title) => getComputedStyle(title).color);
    await expect.poll(paper).toBe("rgb(255, 255, 255)");
    await expect.poll(ink).toBe("rgb(0, 0, 0)");
    expect(await page.locator('[data-free="true"] + [data-free="true"]').filter({ visible: true }).count()).toBe(0);
    await shot("day-print");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await leave();
  },
);
