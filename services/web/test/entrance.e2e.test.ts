import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

describe("the entrance", () => {
  for (const [language, theme, width] of [
    ["en", "light", 390],
    ["zh", "dark", 390],
    ["zh", "light", 1440],
  ] as const)
    test(`shows the fair, a form and the demonstration accounts: ${language}, ${theme}, ${width} px`, async () => {
      const visitor = await visit(browser, { language, theme, width, path: "/sign-in" });
      await visitor.page.getByText(language === "en" ? "Try it as" : "体验账号").waitFor();
      await visitor.accessible();
      await visitor.shot("entrance");
      await visitor.leave();
    });

  test("one tap on a demonstration account leads to its first screen", async () => {
    const { page, leave } = await visit(browser, { path: "/sign-in" });
    await page.getByRole("button", { name: /^Buyer/ }).click();
    await page.getByRole("heading", { level: 1, name: "Now" }).waitFor();
    await leave();
  });

  test("a wrong password says what to do, and nobody is signed in", async () => {
    const { page, leave } = await visit(browser, { path: "/sign-in" });
    await page.getByLabel(/E-mail/).fill("buyer1@demo.rialto.example");
    await page.locator('input[type="password"]').fill("not-the-password");
    await page.locator('button[type="submit"]').click();
    await page.getByRole("alert").waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await leave();
  });

  test("language and theme are kept over a reload", async () => {
    const { page, leave } = await visit(browser, { path: "/sign-in" });
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("button", { name: "深色主题" }).click();
    await page.reload();
    await page.getByRole("button", { name: "浅色主题" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    await leave();
  });
});
