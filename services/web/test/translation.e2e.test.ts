import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { everyScreen } from "./support/screens.ts";
import { toldBy, untranslated } from "./support/untranslated.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

test("every text on every screen comes from the messages: in the marker language nothing stands outside of brackets", async () => {
  const found: Record<string, string[]> = {};
  for (const { account, screens } of await everyScreen()) {
    const visitor = await visit(browser, { marked: true, width: 1440, ...(account !== undefined && { account }) });
    const told = toldBy(visitor.page);
    for (const { path, route } of screens) {
      await visitor.go(path);
      const wide = await untranslated(visitor.page, told);
      await visitor.resize(390);
      const all = new Set([...wide, ...(await untranslated(visitor.page, told))]);
      await visitor.shot(`marked-${route.replaceAll(/\W+/g, "-")}`);
      await visitor.resize(1440);
      if (all.size > 0) found[route] = [...all];
    }
    await visitor.leave();
  }
  expect(found).toEqual({});
});

test("the search for untranslated text finds a word that somebody wrote into a screen", async () => {
  const { page, leave } = await visit(browser, { marked: true, path: "/certificate" });
  await page.locator("main h1").evaluate((heading) => {
    heading.insertAdjacentHTML(
      "afterend",
      '<p>⟦fine⟧ but <b>⟦not⟧</b> this <bdi translate="no">data</bdi></p><p aria-label="nor this">⟦⟦a⟧ b⟧</p>',
    );
  });
  expect(await untranslated(page)).toEqual(["p: but", "p: this", "@aria-label: nor this"]);
  await leave();
});
