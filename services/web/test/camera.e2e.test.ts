import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "@rialto/contracts/kernel/ids";
import { getMeeting } from "@rialto/contracts/matchmaking/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";
import { type Frame, film, poster, seen, wall } from "./support/film.ts";
import { type Doors, openDoors, storyTimeoutMs, untilNextSlotIsFar } from "./support/parties.ts";

let folder: string;
let scene: string;
/** With a camera that sees a film. */
let browser: Browser;
let withoutCamera: Browser;
let doors: Doors;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rialto-camera-"));
  scene = join(folder, "scene.y4m");
  await film(scene, wall());
  [browser, withoutCamera, doors] = await Promise.all([
    startChromium("--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${scene}`),
    startChromium(),
    openDoors(),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), withoutCamera.close()]);
  await rm(folder, { recursive: true });
});

/** Opens the camera, which sees this. */
async function look(page: Page, frame: Frame): Promise<void> {
  await film(scene, frame);
  await page.getByRole("button", { name: "Scan with the camera" }).click();
}

const isClosed = (page: Page) => page.locator("video").waitFor({ state: "detached" });

test(
  "the ticket on a visitor's screen is read by the exhibitor's camera, a foreign code is not, and without a camera the code is typed",
  async () => {
    const { arrive, allTimesFor, ask, accept, fairId } = doors;
    const [buyer, maker] = await Promise.all([
      arrive({ role: "buyer", name: { en: "Lens Imports", zh: "镜头进口" } }),
      arrive({ role: "exhibitor", name: { en: "Pixel Mills", zh: "像素纺织" }, withBooth: true }),
    ]);
    await untilNextSlotIsFar();
    const [next] = await allTimesFor(buyer, maker);
    const { meetingId } = await accept(maker, await ask(buyer, maker, [next!.slotId]), next!.slotId);
    const checkedIn = async () =>
      (await maker.person.client.call(getMeeting, { params: { fairId, meetingId } })).checkedIn.toSorted();

    const phone = await visit(withoutCamera, { account: buyer.account, path: `/check-in/${meetingId}` });
    const code = phone.page.getByRole("img", { name: /^QR code/ });
    const typed = ((await code.getAttribute("aria-label")) ?? "").slice(-6);
    const ticket = await seen(withoutCamera, await code.screenshot());

    const desk = await visit(browser, { account: maker.account, path: "/check-in" });
    const { page } = desk;
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/check-in")) sent.push(request.url());
    });

    // Not allowed yet: said, and a code can be typed.
    await look(page, ticket);
    await page
      .getByRole("alert")
      .getByText(/^This page may not use the camera/)
      .waitFor();
    await isClosed(page);
    await desk.accessible();
    await desk.shot("camera-refused");
    await page.getByLabel("Code").fill("WRONG1");
    await page.getByRole("button", { name: "Check in", exact: true }).click();
    await page.getByText("No meeting of yours has this code").waitFor();

    // A wall: the camera goes on looking until it is closed.
    await desk.context.grantPermissions(["camera"]);
    await look(page, wall());
    await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0.3);
    await desk.accessible();
    await desk.shot("camera-open");
    await page.getByRole("button", { name: "Close the camera" }).click();
    await isClosed(page);

    // Something else's code, even one that names something by an id.
    for (const text of ["Wi-Fi: FAIR-GUEST", `https://menu.example/tables/${newId()}`]) {
      await look(page, poster(text));
      await page.getByRole("alert").getByText("This QR code is not the ticket of a meeting.").waitFor();
      await isClosed(page);
      await desk.shot("camera-foreign");
    }
    expect(sent).toEqual([]);

    // Somebody else's ticket: asked for, and refused in words.
    await look(page, poster(`${new URL(page.url()).origin}/check-in/${newId()}`));
    await page.getByRole("alert").getByText("Not taken:").waitFor();
    await desk.shot("camera-others-ticket");
    await page.getByRole("button", { name: "Put away" }).click();
    expect(await checkedIn()).toEqual([]);

    await desk.go("/check-in");
    sent.length = 0;
    await look(page, ticket);
    await page.getByText("You are checked in").waitFor();
    await page.waitForURL(`**/check-in/${meetingId}`);
    await desk.shot("camera-read");
    expect(await checkedIn()).toEqual(["recipient"]);
    expect(sent).toHaveLength(1);
    await page.goBack();
    await page.getByRole("button", { name: "Scan with the camera" }).waitFor();
    await desk.leave();

    // No camera at all: the other side types the code.
    await phone.go("/check-in");
    await phone.page.getByRole("button", { name: "Scan with the camera" }).click();
    await phone.page.getByRole("alert").getByText("The camera cannot be used. Type the code instead.").waitFor();
    await phone.page.getByLabel("Code").fill(typed);
    await phone.page.getByRole("button", { name: "Check in", exact: true }).click();
    await phone.page.getByText("Both sides are here").waitFor();
    await phone.leave();
  },
  storyTimeoutMs,
);
