import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Visitor, visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { plannedShow, releasedAgreement } from "./support/show.ts";

let browser: Browser;
/** A host at a desk, and another one on a phone: signed in once for all that follows. */
let host: Visitor;
let second: Visitor;
beforeAll(async () => {
  browser = await startChromium();
  [host, second] = await Promise.all([
    visit(browser, { account: "host", language: "zh", width: 1440 }),
    visit(browser, { account: "organizer", width: 390, theme: "dark" }),
  ]);
});
afterAll(async () => {
  await Promise.all([host.leave(), second.leave()]);
  await browser.close();
});

/** The visitor, on another screen, in a language, at a place. */
async function seat(visitor: Visitor, language: "en" | "zh", width: number, path: string): Promise<void> {
  await visitor.speak(language);
  await visitor.resize(width);
  await visitor.go(path);
}

const agreed = { en: "Denim for two seasons, jointly developed", zh: "两季牛仔面料联合开发" };
const plaque = { en: "Shishi Goods Centre Argentina", zh: "石狮优品阿根廷中心" };

const items = (agreementId: string) => [
  {
    kind: "speech" as const,
    title: { en: "Words of welcome", zh: "致欢迎辞" },
    speaker: { en: "The chair", zh: "主任" },
    minutes: 5,
  },
  { kind: "signing" as const, agreementId, minutes: 10 },
  {
    kind: "plaqueConferral" as const,
    title: plaque,
    conferrer: { en: "Organizing committee", zh: "大会组委会" },
    recipients: [{ en: "Operator in Buenos Aires", zh: "布宜诺斯艾利斯运营方" }],
    minutes: 4,
  },
  { kind: "photo" as const, title: { en: "All together", zh: "全体合影" }, minutes: 3 },
];

/** The button once it shows this step and can be pressed. */
const due = (page: Page, step: string) => page.locator(`button[data-step="${step}"][aria-disabled="false"]`);
const moment = (page: Page, is: string) => page.locator(`main[data-moment="${is}"]`).waitFor();

/** Every step of that ceremony: the button's name, and what the audience sees after it. */
const cues: readonly (readonly [step: string, moment: string])[] = [
  ["open", "opening"],
  ["call", "speech"],
  ["complete", "between"],
  ["call", "signing"],
  ["sign", "signing"],
  ["sign", "signing"],
  ["sign", "signing"],
  ["sign", "exchange"],
  ["exchange", "signed"],
  ["photograph", "signed"],
  ["complete", "between"],
  ["call", "conferring"],
  ["confer", "conferred"],
  ["photograph", "conferred"],
  ["complete", "between"],
  ["call", "photo"],
  ["photograph", "photoTaken"],
  ["complete", "completed"],
];

/** The stage is cut off after this step, and comes back after that one. */
const [CUT_OFF, BACK] = [8, 10];

describe("a ceremony, cue by cue", () => {
  let stage: Visitor;

  test("the host presses one button, by keyboard alone; a second host and the stage see the same at once", async () => {
    const show = await plannedShow({ en: "Evening of signatures", zh: "签约之夜" }, items(await releasedAgreement(agreed)));
    const path = `/ceremonies/${show.ceremonyId}`;
    [stage] = await Promise.all([
      visit(browser, { width: 1920, theme: "dark", path: `/stage/${show.fairId}/${show.ceremonyId}` }),
      host.go(path),
      second.go(path),
    ]);
    await moment(stage.page, "planned");
    await stage.shot("stage-00-planned");
    for (const [place, [step, seen]] of cues.entries()) {
      const number = String(place + 1).padStart(2, "0");
      await due(host.page, step).waitFor();
      await due(second.page, step).waitFor();
      if (["open", "sign", "confer"].includes(step)) await host.shot(`host-${number}-${step}`);
      if (step === "sign") await second.shot(`host-${number}-${step}`);
      // The button has kept the focus since the last press.
      await host.page.keyboard.press("Enter");
      if (place === CUT_OFF) await cutOff();
      if (place > CUT_OFF && place < BACK) continue;
      if (place === BACK) await comeBack(step);
      await moment(stage.page, seen);
      await stage.shot(`stage-${number}-${seen}`);
      if (seen === "exchange" || seen === "conferring") await Promise.all([stage.accessible(), host.accessible()]);
    }
    await host.page.getByText("仪式圆满礼成").waitFor();
    await second.page.getByText("The ceremony is complete").waitFor();
    await Promise.all([host.shot("host-over"), second.shot("host-over")]);
    await Promise.all([stage, host, second].map((visitor) => visitor.accessible()));
    await stage.leave();
  });

  /** The stage loses its network with the applause, and keeps the picture while the host goes on. */
  async function cutOff() {
    await moment(stage.page, "signed");
    await stage.context.setOffline(true);
    await stage.page.getByText("Not connected. The last state is shown.").waitFor({ state: "attached" });
    await stage.shot("stage-cut-off");
  }

  async function comeBack(taken: string) {
    await host.page.locator(`button[data-step="${taken}"]`).waitFor({ state: "detached" });
    expect(await stage.page.locator("main").getAttribute("data-moment")).toBe("signed");
    await stage.context.setOffline(false);
  }

  test("a signing that a party keeps to itself has no names on the stage, nor in what the stage was sent", async () => {
    const secret = { en: "Zeppelin hangars, confidential", zh: "飞艇库秘密协议" };
    const agreementId = await releasedAgreement(secret, { agreement: false, amount: false });
    const show = await plannedShow({ en: "Quiet hour", zh: "静静的一小时" }, [{ kind: "signing", agreementId, minutes: 5 }]);
    stage = await visit(browser, { width: 1280 });
    const sent: Promise<string>[] = [];
    stage.page.on("response", (answer) => {
      if (answer.url().includes("/api/")) sent.push(answer.text().catch(() => ""));
    });
    await stage.go(`/stage/${show.fairId}/${show.ceremonyId}`);
    await seat(host, "en", 1440, `/ceremonies/${show.ceremonyId}`);
    for (const step of ["open", "call"]) await due(host.page, step).click();
    await moment(stage.page, "signing");
    await stage.page.getByText("An agreement is being signed").waitFor();
    await due(host.page, "sign").waitFor();
    await host.page.getByText("Not announced: the screen shows no names and no title.").waitFor();
    await stage.shot("stage-undisclosed");
    expect((await Promise.all(sent)).join("\n")).not.toContain("Zeppelin");
    await stage.leave();
  });
});

describe("the host between the cues", () => {
  test("ending early asks for a reason, and the other host and the stage hear of it", async () => {
    const show = await plannedShow({ en: "Interrupted", zh: "中断" }, items("").filter(({ kind }) => kind === "photo") as never);
    const path = `/ceremonies/${show.ceremonyId}`;
    const [stage] = await Promise.all([
      visit(browser, { width: 1280, path: `/stage/${show.fairId}/${show.ceremonyId}` }),
      seat(host, "en", 390, path),
      seat(second, "zh", 1440, path),
    ]);
    await due(host.page, "open").click();
    await due(host.page, "call").waitFor();
    await second.page.getByText("另一位主持人刚刚操作了").waitFor();
    await host.page.getByRole("button", { name: "End early" }).click();
    const dialog = host.page.getByRole("dialog");
    expect(await dialog.getByRole("button", { name: "End the ceremony now" }).isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("Fire alarm <b>in hall 1</b>");
    await host.shot("host-abort");
    await host.accessible();
    await dialog.getByRole("button", { name: "End the ceremony now" }).click();
    await moment(stage.page, "ended");
    await second.page.getByText("Fire alarm <b>in hall 1</b>").waitFor();
    await second.shot("host-aborted");
    await stage.leave();
  });

  test("two hosts press at the same moment: the step is taken once, and the later one is told", async () => {
    const show = await plannedShow({ en: "At once", zh: "同时" }, items("").filter(({ kind }) => kind === "photo") as never);
    const path = `/ceremonies/${show.ceremonyId}`;
    const hosts = [host, second];
    await Promise.all([seat(host, "en", 390, path), seat(second, "en", 1440, path)]);
    for (const { page } of hosts) await due(page, "open").waitFor();
    await Promise.all(hosts.map(({ page }) => page.locator('button[data-step="open"]').click()));
    for (const { page } of hosts) await due(page, "call").waitFor();
    await Promise.race(hosts.map(({ page }) => page.getByText("Another host has just done this").waitFor()));
  });
});

describe("before a ceremony", () => {
  test("an organizer plans one, writes its run of show and orders it; the host's list has it at once", async () => {
    await seat(host, "zh", 390, "/ceremonies");
    const { page, shot, accessible, leave } = await visit(browser, { account: "organizer", width: 1440, path: "/ceremonies" });
    const title = `Launch ${Date.now()}`;
    await page.getByRole("button", { name: "Plan a ceremony" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Title in English").fill(title);
    await dialog.getByLabel("Stage in Chinese").fill("副舞台");
    await shot("ceremony-plan");
    await accessible();
    await dialog.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await host.page.getByText(title).waitFor();
    await page.getByRole("button", { name: "Prepare the run of show" }).click();
    await page.getByRole("button", { name: "Speech" }).click();
    await page.getByRole("button", { name: "Photograph" }).click();
    await page.getByRole("button", { name: "Save the run of show" }).click();
    await page.getByText("Fill in the title, the names and the minutes of every item.").waitFor();
    const [speech, photo] = await page.locator("ol > li").all();
    await speech?.getByLabel("Title in English").fill("Opening words");
    await speech?.getByLabel("Speaker in Chinese").fill("王主任");
    await photo?.getByLabel("Title in Chinese").fill("合影");
    await page.getByRole("button", { name: "Move up: 合影" }).click();
    await shot("ceremony-edit");
    await accessible();
    await page.getByRole("button", { name: "Save the run of show" }).click();
    await due(page, "open").waitFor();
    expect(await page.locator("ol > li").allInnerTexts()).toEqual([
      expect.stringContaining("合影"),
      expect.stringContaining("Opening words"),
    ]);
    await leave();
  });
});
