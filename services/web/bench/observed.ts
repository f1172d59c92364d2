import type { Page } from "playwright-core";

export interface Seen {
  /** Milliseconds of each task that the browser itself calls long: over 50. */
  readonly tasks: readonly number[];
  /** Booths whose status on the plan has changed. */
  readonly changes: number;
}

type Watching = Window & { seen: { tasks: number[]; changes: number } };

/** From now on counts long tasks, and every booth of the plan whose status changes. */
export const observe = (page: Page) =>
  page.evaluate(() => {
    const seen = { tasks: [] as number[], changes: 0 };
    (window as unknown as Watching).seen = seen;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: "longtask" });
    new MutationObserver((list) => {
      seen.changes += list.filter(({ target }) => target.nodeName === "g").length;
    }).observe(document.querySelector("main svg[role=group]") as Node, {
      subtree: true,
      attributes: true,
      attributeFilter: ["data-status"],
    });
  });

export const seen = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as Watching).seen);

/** Keeps the page busy for so long, and lets the browser report it. */
export async function busyFor(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((until) => {
    setTimeout(() => {
      const end = performance.now() + until;
      while (performance.now() < end);
    });
  }, milliseconds);
  await page.waitForTimeout(milliseconds + 1_000);
}

export const statusesDrawn = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<SVGGElement>("main g[data-id]")].map(({ dataset }) => [dataset.id, dataset.status]),
    ),
  );
