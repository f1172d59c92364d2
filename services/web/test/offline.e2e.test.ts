import { checkIn, getMeeting } from "@rialto/contracts/matchmaking/operations";
import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import { storyTimeoutMs, untilNextSlotIsFar } from "./support/parties.ts";

const opened = openForTests();

test(
  "without a network the day, the ticket and its code stay readable, a check-in waits in sight and is sent once",
  async () => {
    const { arrive, allTimesFor, timesFor, ask, accept, fairId } = opened.doors;
    const [buyer, maker, other] = await Promise.all([
      arrive({ role: "buyer", name: { en: "Cellar Trading", zh: "地窖贸易" } }),
      arrive({ role: "exhibitor", name: { en: "Far Hall Looms", zh: "远馆织机" }, withBooth: true }),
      arrive({ role: "exhibitor", name: { en: "Knocking Looms", zh: "来访织机" }, withBooth: true }),
    ]);
    await untilNextSlotIsFar();
    const [next] = await allTimesFor(buyer, maker);
    const meeting = await accept(maker, await ask(buyer, maker, [next!.slotId]), next!.slotId);
    const { meetingId } = meeting;
    const [later] = await timesFor(other, buyer);

    const phone = await visit(opened.browser, { account: buyer.account, path: "/day" });
    const { page, context } = phone;
    const sent: string[] = [];
    context.on("requestfinished", (request) => {
      if (request.url().endsWith("/check-in") && request.method() === "POST") sent.push(request.url());
    });
    await phone.go("/now");
    await page.getByText("Next meeting").waitFor();
    await phone.go(`/check-in/${meetingId}`);
    await page.getByRole("img", { name: /^QR code/ }).waitFor();
    // From here on the pages come from this device.
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated");
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole("img", { name: /^QR code/ }).waitFor();
    await page.getByText(/^No connection\. What you see is from \d\d:\d\d\.$/).waitFor();
    await phone.accessible();
    await phone.shot("offline-ticket");
    await page.getByRole("button", { name: "I am here" }).click();
    await page.getByText("Noted on this device").waitFor();
    await page.getByText("1 check-in waits for the network").waitFor();
    await page.getByRole("link", { name: "My day" }).click();
    await page.getByRole("listitem").filter({ hasText: maker.name }).first().waitFor();
    await page.reload();
    await page.getByRole("heading", { name: maker.name }).first().waitFor();
    await page.getByText("1 check-in waits for the network").waitFor();
    await phone.shot("offline-day");
    await page.getByRole("link", { name: "Find" }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await phone.shot("offline-find");

    // What happens meanwhile is not lost.
    await maker.person.client.call(checkIn, { params: { fairId, meetingId }, body: {} });
    await ask(other, buyer, [later!.slotId], "Are you still at the fair?");
    expect(sent).toEqual([]);

    await context.setOffline(false);
    await page.getByText("1 check-in waits for the network").waitFor({ state: "detached" });
    await page.getByText(/^No connection/).waitFor({ state: "detached" });
    await page.getByRole("link", { name: /^Notifications/ }).click();
    await page.getByText(`${other.name} asks for a meeting`).first().waitFor();
    await phone.shot("inbox-after-offline");
    await phone.accessible();
    await page.getByRole("link", { name: "My day" }).click();
    await page.getByText("Are you still at the fair?").waitFor();
    await page.getByRole("listitem").filter({ hasText: maker.name }).filter({ hasText: "Met" }).first().waitFor();
    expect(sent).toHaveLength(1);
    const held = await buyer.person.client.call(getMeeting, { params: { fairId, meetingId } });
    expect([held.status, held.checkedIn.toSorted()]).toEqual(["held", ["recipient", "requester"]]);
    await phone.leave();
  },
  storyTimeoutMs,
);
