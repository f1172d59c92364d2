import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startChromium } from "./chromium.ts";
import { type Doors, openDoors } from "./parties.ts";

export interface Opened {
  readonly browser: Browser;
  /** Through which people come to the fair. */
  readonly doors: Doors;
}

/** Called at the top of a file: there for all of its tests, from the first on. */
export function openForTests(): Opened {
  let opened: Opened;
  beforeAll(async () => {
    opened = { browser: await startChromium(), doors: await openDoors() };
  });
  afterAll(() => opened?.browser.close());
  return {
    get browser() {
      return opened.browser;
    },
    get doors() {
      return opened.doors;
    },
  };
}
