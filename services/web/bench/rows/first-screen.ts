import type { Browser, Page } from "playwright-core";
import type { FairOfTests } from "../../test/support/whole-fair.ts";
import { phone, slowDown } from "../phone.ts";
import type { Row } from "../row.ts";
import { signedIn } from "../signed-in.ts";
import { median, spread } from "../spread.ts";

const ROUNDS = 9;
const MOST_KB = 200;
const MOST_MS = 2_000;

/** Notes the time at which what somebody came for is drawn. */
const note = (useful: string) => {
  const look = () => {
    if (document.querySelector(useful) === null) return requestAnimationFrame(look);
    // What is in the document now is in the picture after this frame.
    return requestAnimationFrame(() => Object.assign(window, { useful: performance.now() }));
  };
  look();
};

interface Opened {
  readonly ms: number;
  readonly scriptKb: number;
}

/** Opens a screen with an empty cache. Counts the bytes of scripts as they travel. */
async function open(page: Page, path: string, useful: string): Promise<Opened> {
  const devTools = await slowDown(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  devTools.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  devTools.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(note, useful);
  await page.goto(path);
  await page.waitForFunction(() => "useful" in window);
  const ms = await page.evaluate(() => (window as unknown as { useful: number }).useful);
  // What is fetched after that, while the phone has nothing else to do, nobody waits for.
  return { ms, scriptKb: bytes / 1_000 };
}

async function rounds(browser: Browser, fair: FairOfTests, account: string | undefined, path: string, useful: string) {
  const context = account === undefined ? await browser.newContext({ baseURL: fair.url, ...phone }) : undefined;
  const first = account === undefined ? undefined : await signedIn(browser, fair, account, phone);
  const window = context ?? first?.context();
  const opened: Opened[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await (window as NonNullable<typeof window>).newPage();
    opened.push(await open(page, path, useful));
    await page.close();
  }
  await window?.close();
  return opened;
}

const screens = [
  { who: "nobody", path: "/sign-in", useful: "form button[type=submit]" },
  { who: "a buyer", account: "buyer1", path: "/now", useful: "main article, main li" },
] as const;

/** What a phone waits for and what travels to it until the first screen can be used; the server has been used before. */
export const firstScreenRow: Row = async ({ browser, fair }) => {
  const figures = [];
  for (const { who, path, useful, ...rest } of screens) {
    const opened = await rounds(browser, fair, "account" in rest ? rest.account : undefined, path, useful);
    const kb = opened.map(({ scriptKb }) => scriptKb);
    const ms = opened.map((one) => one.ms);
    figures.push(
      {
        what: `first screen for ${who}, ${path}: scripts as they travel until it is useful`,
        must: `at most ${MOST_KB} kB`,
        measured: spread(kb, "kB"),
        holds: median(kb) <= MOST_KB,
      },
      {
        what: `first screen for ${who}, ${path}: useful, 4x slower processor, empty cache`,
        must: `under ${MOST_MS} ms`,
        measured: spread(ms, "ms"),
        holds: median(ms) < MOST_MS,
      },
    );
  }
  return figures;
};
