import type { Browser, Page } from "playwright-core";

export interface Tasks {
  /** Milliseconds of the longest task of the page's main thread: of the processor's time, which others cannot take away. */
  readonly longest: number;
  /** Tasks that took the processor longer than 50 ms. */
  readonly long: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of this thread's processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const LONG_MS = 50;

/** The browser's own record of every task while the work goes on. */
export async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith("RunTask") && mains.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1_000);
  if (tasks.length === 0) throw new Error("the browser recorded no task of the page");
  return { longest: tasks.reduce((most, one) => Math.max(most, one), 0), long: tasks.filter((one) => one > LONG_MS).length };
}
