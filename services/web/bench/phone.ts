import type { BrowserContextOptions, CDPSession, Page } from "playwright-core";

/** A phone of the middle range: its screen, a finger, a processor four times as slow, and nothing kept from an earlier visit. */
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, serviceWorkers: "block" };

const SLOWER = 4;

export async function slowDown(page: Page): Promise<CDPSession> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return devTools;
}
