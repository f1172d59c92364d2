import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { everyScreen, type Looking } from "./support/screens.ts";

let browser: Browser;
let all: readonly Looking[];
beforeAll(async () => {
  [browser, all] = await Promise.all([startChromium(), everyScreen()]);
});
afterAll(() => browser.close());

/** Nobody pushes a page sideways with a thumb. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("every route of the application is looked at here", async () => {
  const sources = await Promise.all(
    ["App.tsx", "Rooms.tsx"].map((file) => readFile(new URL(`../src/app/${file}`, import.meta.url), "utf8")),
  );
  const routes = sources.flatMap((source) => [...source.matchAll(/<Route path="([^"*]+)"/g)].map(([, route]) => route));
  expect(all.flatMap(({ screens }) => screens.map(({ route }) => route)).toSorted()).toEqual(routes.toSorted());
});

describe("every screen, on a phone and at a desk: no error, no sideways scrolling, nothing that axe-core calls serious", () => {
  for (const [language, theme, width] of [
    ["en", "light", 390],
    ["zh", "dark", 1440],
  ] as const)
    test(`${language}, ${theme}, judged at ${width} px`, async () => {
      for (const { account, screens } of all) {
        const visitor = await visit(browser, { language, theme, width, ...(account !== undefined && { account }) });
        for (const { path, name } of screens) {
          await visitor.go(path);
          await visitor.shot(`screen-${name}`);
          await visitor.accessible();
          await visitor.resize(width === 390 ? 1440 : 390);
          await visitor.shot(`screen-${name}`);
          await visitor.resize(360);
          expect(await sideways(visitor.page), `sideways at 360 px: ${path}`).toBe(0);
          await visitor.resize(width);
        }
        await visitor.leave();
      }
    });
});

describe("the door of every page", () => {
  test("is answered with a policy that lets in this origin's scripts alone, and nobody frames it", async () => {
    const visitor = await visit(browser);
    for (const path of ["/", "/now", "/certificate/AAAA", "/stage"]) {
      const answer = await visitor.page.goto(path);
      const policy = (await answer?.headerValue("content-security-policy")) ?? "";
      const directives = new Map(
        policy.split(";").map((one) => [one.trim().split(" ")[0], one.trim().split(" ").slice(1).join(" ")]),
      );
      expect(directives.get("default-src")).toBe("'none'");
      expect(directives.get("script-src")).toBe("'self'");
      expect(directives.get("connect-src")).toBe("'self'");
      expect(directives.get("frame-ancestors")).toBe("'none'");
      expect(await answer?.headerValue("x-content-type-options")).toBe("nosniff");
    }
    await visitor.leave();
  });
});
