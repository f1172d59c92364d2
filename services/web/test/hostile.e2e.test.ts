import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { openDoors } from "./support/parties.ts";
import { everyScreen, type Looking } from "./support/screens.ts";
import { plannedShow } from "./support/show.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

const script = `"><img src=x onerror="window.harmed=1"><script>window.harmed=1</script>{{7*7}}`;
const harmed = (page: Page) => page.evaluate(() => "harmed" in window || document.querySelector('img[src="x"]') !== null);
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What opens a form on a screen. */
const opening = /^(Change|Invite|Add an offer|Add a need|Plan a ceremony|Prepare the run of show|Speech|Plaque)$/;

async function openForms(page: Page): Promise<void> {
  for (const button of await page.getByRole("button", { name: opening }).all())
    if (await button.isVisible()) await button.click();
}

/** Every field that takes text, with the script in it and then ten thousand characters; fields say themselves how much they take. */
async function writeEverywhere(page: Page): Promise<number> {
  const fields = await page.locator('input:is([type="text"], [type="search"], [type="email"], :not([type])), textarea').all();
  for (const field of fields) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    for (const text of [script, "x".repeat(10_000)]) await field.fill(text);
  }
  return fields.length;
}

test("script and endless texts in every field of every screen stay text", async () => {
  const lookAt = async ({ account, screens }: Looking): Promise<number> => {
    let written = 0;
    const visitor = await visit(browser, account === undefined ? {} : { account });
    for (const { path } of screens) {
      await visitor.go(path);
      await openForms(visitor.page);
      written += await writeEverywhere(visitor.page);
      expect(await harmed(visitor.page), path).toBe(false);
      expect(await sideways(visitor.page), `sideways: ${path}`).toBe(0);
    }
    await visitor.leave();
    return written;
  };
  const written = await Promise.all((await everyScreen()).map(lookAt));
  expect(written.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
});

test("names of the longest kind, with script, right-to-left letters and emoji, break no layout", async () => {
  const doors = await openDoors();
  const long = `${script} شركة النسيج العالمية 🧵👖🇧🇷 ${"Internationalwholesaletextilecorporation".repeat(2)}`.slice(0, 180);
  const zh = `${"环球男装产销共建国际供应链股份有限公司".repeat(9)}🧵`.slice(0, 180);
  const party = await doors.arrive({
    name: { en: long, zh },
    role: "exhibitor",
    about: { en: long, zh },
    person: { en: long.slice(0, 150), zh: zh.slice(0, 150) },
    offers: [{ title: { en: long, zh }, tags: ["x".repeat(40), "<b>bold</b>"] }],
    withBooth: true,
  });
  const show = await plannedShow({ en: long, zh }, [
    { kind: "speech", title: { en: long, zh }, speaker: { en: long, zh }, minutes: 5 },
    { kind: "plaqueConferral", title: { en: long, zh }, conferrer: { en: long, zh }, recipients: [{ en: long, zh }], minutes: 5 },
  ]);
  const places: readonly [account: string | undefined, ...paths: string[]][] = [
    ["buyer1", `/organizations/${party.organizationId}`, `/find?q=${encodeURIComponent("Internationalwholesale")}`],
    [party.account, "/company", "/booth", "/now", "/day"],
    ["organizer", "/merchants", "/floor", "/ceremonies", `/ceremonies/${show.ceremonyId}`],
    [undefined, `/stage/${show.fairId}/${show.ceremonyId}`],
  ];
  const lookAt = async ([account, ...paths]: (typeof places)[number]) => {
    const visitor = await visit(browser, account === undefined ? {} : { account });
    for (const [language, width] of [
      ["en", 390],
      ["zh", 360],
    ] as const) {
      await visitor.speak(language);
      await visitor.resize(width);
      for (const path of paths) {
        await visitor.go(path);
        await visitor.shot(`long${path.replaceAll(/[^a-z]+/g, "-").slice(0, 24)}`);
        expect(await harmed(visitor.page), path).toBe(false);
        expect(await sideways(visitor.page), `sideways at ${width} px: ${path}`).toBe(0);
      }
    }
    await visitor.leave();
  };
  await Promise.all(places.map(lookAt));
});

test("wrong ids and tokens in the address are refused with a page that says so", async () => {
  const nobody = "0192d3a0-0000-7000-8000-000000000000";
  const wrong: readonly [account: string | undefined, ...paths: string[]][] = [
    [
      undefined,
      `/invitation#${encodeURIComponent(script)}`,
      `/stage/${nobody}/${nobody}`,
      "/stage/%3Cscript%3E/1",
      `/certificate/${encodeURIComponent(script)}?head=${encodeURIComponent(script)}`,
      "/sign-in?to=//evil.example",
      "/now",
    ],
    [
      "organizer",
      `/organizations/${nobody}`,
      "/organizations/%3Cscript%3E",
      `/ceremonies/${nobody}`,
      "/ceremonies/..%2F..%2Fregistry%2Faccounts",
      "/nothing/here?x=%00",
    ],
    ["buyer1", `/check-in/${nobody}`, "/check-in/%22%3E%3Cimg%20src=x%3E", "/floor", `/find?q=${encodeURIComponent(script)}`],
  ];
  const lookAt = async ([account, ...paths]: (typeof wrong)[number]) => {
    const visitor = await visit(browser, account === undefined ? {} : { account });
    for (const path of paths) {
      await visitor.page.goto(path);
      // A heading, and something under it: the white page of a crash has neither.
      await visitor.page.locator("h1, [role=alert] h3").first().waitFor();
      await visitor.page.locator("[aria-busy=true], .mantine-Skeleton-root").first().waitFor({ state: "detached" });
      expect((await visitor.page.locator("body").innerText()).length, path).toBeGreaterThan(20);
      expect(await visitor.page.getByText("This page has stopped working").count(), path).toBe(0);
      expect(await harmed(visitor.page), path).toBe(false);
      expect(new URL(visitor.page.url()).host).toBe(new URL(await visitor.page.evaluate(() => location.origin)).host);
    }
    await visitor.leave();
  };
  await Promise.all(wrong.map(lookAt));
});
