import type { TestProject } from "vitest/node";
import { installChromium } from "./chromium.ts";
import { type FairOfTests, startWholeFair } from "./whole-fair.ts";

declare module "vitest" {
  interface ProvidedContext {
    fair: FairOfTests;
  }
}

/** One fair for all browser tests. */
export default async function fairForBrowsers(project: TestProject): Promise<() => Promise<void>> {
  installChromium();
  const { stop, ...fair } = await startWholeFair();
  project.provide("fair", fair);
  return stop;
}
