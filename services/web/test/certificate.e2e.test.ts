import {
  callItem,
  completeItem,
  conferPlaque,
  getCeremony,
  openCeremony,
  photographItem,
} from "@rialto/contracts/ceremonies/operations/ceremonies";
import { listCertificates } from "@rialto/contracts/ceremonies/operations/certificates";
import { newId } from "@rialto/contracts/kernel/ids";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { person } from "./support/people.ts";
import { plannedShow } from "./support/show.ts";

let browser: Browser;
let certificate: { readonly code: string; readonly head: string };

const steps = { open: openCeremony, call: callItem, confer: conferPlaque, photograph: photographItem, complete: completeItem };
const centre = { en: "Goods Centre Seoul <script>alert(1)</script>", zh: "石狮优品首尔中心" };

/** A plaque is conferred without a screen, so that there is a certificate. */
async function conferred(): Promise<typeof certificate> {
  const recipients = [{ en: "Seoul operator", zh: "首尔运营方" }];
  const conferrer = { en: "Organizing committee", zh: "大会组委会" };
  const params = await plannedShow({ en: "One plaque", zh: "一块牌匾" }, [
    { kind: "plaqueConferral", title: centre, conferrer, recipients, minutes: 4 },
  ]);
  const { client, fairId } = await person("host");
  for (;;) {
    const { moves, nextStep } = await client.call(getCeremony, { params });
    if (!(nextStep.step in steps)) break;
    const at = "itemId" in nextStep ? { ...params, itemId: nextStep.itemId } : params;
    const input = { params: at, body: { seenMoves: moves }, idempotencyKey: newId() };
    await client.call(steps[nextStep.step as keyof typeof steps], input as never);
  }
  return vi.waitUntil(
    async () => {
      const { items } = await client.call(listCertificates, { params: { fairId } });
      const mine = items.find(({ title }) => title.en === centre.en);
      return mine && { code: mine.verificationCode, head: mine.trailHead };
    },
    { timeout: 15_000, interval: 200 },
  );
}

beforeAll(async () => {
  [browser, certificate] = await Promise.all([startChromium(), conferred()]);
});
afterAll(() => browser.close());

describe("a certificate, for anybody", () => {
  for (const [language, width, theme] of [
    ["zh", 390, "light"],
    ["en", 1440, "dark"],
  ] as const)
    test(`valid by its code, its trail readable and checked here: ${language}, ${width} px, ${theme}`, async () => {
      const visitor = await visit(browser, { language, width, theme, path: "/certificate" });
      const { page } = visitor;
      await page.getByRole("textbox").fill(certificate.code.toLowerCase().replaceAll("-", " "));
      await page.keyboard.press("Enter");
      await page.locator('[role=status][data-tone="good"]').waitFor();
      await page.getByText(centre[language]).first().waitFor();
      await page.locator('[data-tone="good"]').nth(1).waitFor();
      expect(await page.locator("main ol > li").count()).toBeGreaterThan(4);
      await page.locator("canvas, svg[role=img]").first().waitFor();
      await visitor.accessible();
      await visitor.shot("certificate-valid", { isWhole: true });
      await visitor.leave();
    });

  test("by its QR code: the address carries the seal, and one that does not fit says so", async () => {
    const head = certificate.head.slice(0, 16);
    const visitor = await visit(browser, { path: `/certificate/${certificate.code}?head=${head}` });
    await visitor.page.locator('[data-tone="good"]').first().waitFor();
    const forged = head.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    await visitor.go(`/certificate/${certificate.code}?head=${forged}`);
    await visitor.page.locator('[role=status][data-tone="bad"]').waitFor();
    await visitor.accessible();
    await visitor.shot("certificate-tampered", { isWhole: true });
    await visitor.leave();
  });

  test("unknown or malformed: a clear no, never an error page", async () => {
    const visitor = await visit(browser, { language: "zh", width: 1440, path: "/certificate/AAAA-BBBB-CCCC-DDDD" });
    await visitor.page.locator('[role=status][data-tone="calm"]').waitFor();
    await visitor.accessible();
    await visitor.shot("certificate-unknown");
    for (const code of ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "x".repeat(400), "%00", "..%2F..%2Fetc"]) {
      await visitor.go(`/certificate/${code}`);
      await visitor.page.locator('[role=status][data-tone="calm"], [role=alert]').first().waitFor();
    }
    await visitor.leave();
  });
});
