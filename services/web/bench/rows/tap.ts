import type { Page } from "playwright-core";
import { phone, slowDown } from "../phone.ts";
import type { Row } from "../row.ts";
import { signedIn } from "../signed-in.ts";
import { spread } from "../spread.ts";

const MOST_MS = 100;
const ROUNDS = 12;

/** What the browser itself measures: from a finger's touch to the next picture, the longest event of each tap. */
const observe = (page: Page) =>
  page.evaluate(() => {
    const taps = new Map<number, number>();
    Object.assign(window, { taps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (entry.interactionId) taps.set(entry.interactionId, Math.max(taps.get(entry.interactionId) ?? 0, entry.duration));
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });

/** Two frames and a task later the entry of the last tap has been handed over. */
const handedOver = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));

const taps = (page: Page) => page.evaluate(() => [...(window as unknown as { taps: Map<number, number> }).taps.values()]);

/** The ways a buyer goes all day, again and again. */
export const tapRow: Row = async ({ browser, fair }) => {
  const page = await signedIn(browser, fair, "buyer1", phone);
  await slowDown(page);
  await page.locator("main article, main li").first().waitFor();
  await observe(page);
  for (let round = 0; round < ROUNDS; round++) {
    for (const area of ["My day", "Find", "Company", "Now"]) {
      await page.getByRole("navigation").getByRole("link", { name: area }).tap();
      // Whoever taps again looks at the screen before that.
      await page.getByRole("navigation").locator("a[aria-current=page]", { hasText: area }).waitFor();
      await handedOver(page);
    }
    await page.getByRole("button", { name: "Ask for a meeting" }).first().tap();
    await page.getByRole("dialog").waitFor();
    await handedOver(page);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await handedOver(page);
  }
  const measured = await taps(page);
  await page.context().close();
  // What took less than 16 ms is not reported at all.
  const all = [...measured, ...Array.from({ length: Math.max(0, ROUNDS * 6 - measured.length) }, () => 16)];
  const sorted = all.toSorted((one, other) => one - other);
  const most = sorted[Math.ceil(sorted.length * 0.98) - 1] ?? Number.NaN;
  return [
    {
      what: "a tap answers, 4x slower processor: 98 of 100",
      must: `within ${MOST_MS} ms`,
      measured: `${most.toFixed(0)} ms; ${spread(all, "ms")}`,
      holds: most <= MOST_MS,
    },
  ];
};
