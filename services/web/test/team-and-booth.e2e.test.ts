import { getMeeting } from "@rialto/contracts/matchmaking/operations";
import { confirmBooth } from "@rialto/contracts/venue/operations/occupancy";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { DEMO_PASSWORD } from "@rialto/seed/people";
import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import { clockAt, whenAt } from "./support/parties.ts";

const opened = openForTests();

test("a colleague is invited, sees what the other answers at once, and nobody answers twice", async () => {
  const { arrive, timesFor, ask, fairId } = opened.doors;
  const [maker, buyer, another] = await Promise.all([
    arrive({ role: "exhibitor", name: { en: "Twin Looms", zh: "双机织造" }, withBooth: true }),
    arrive({ role: "buyer", name: { en: "First Caller" } }),
    arrive({ role: "buyer", name: { en: "Second Caller" } }),
  ]);
  const desk = await visit(opened.browser, { account: maker.account, path: "/company", width: 1440 });
  await desk.page.getByRole("button", { name: "Invite" }).click();
  const form = desk.page.getByRole("form", { name: "Invite" });
  await form.getByLabel(/^Name · English/).fill("Colleague Chen");
  await form.getByLabel(/E-mail/).fill(`colleague-${maker.account}@demo.rialto.example`);
  await form.getByRole("button", { name: "Invite" }).click();
  const link = desk.page.getByLabel("Invitation link");
  await link.waitFor();
  await desk.accessible();
  await desk.shot("company-invited");
  const { hash } = new URL(await link.inputValue());

  const phone = await visit(opened.browser, { path: `/invitation${hash}` });
  await phone.accessible();
  await phone.shot("invitation");
  await phone.page.getByLabel("New password").first().fill(DEMO_PASSWORD);
  await phone.page.getByRole("button", { name: "Enter the fair" }).click();
  await phone.page.getByRole("heading", { level: 1, name: "Now" }).waitFor();

  const [time, later, third] = await timesFor(buyer, maker);
  await timesFor(another, maker);
  const windows = [desk, phone];
  for (const { go } of windows) await go("/day");
  const booked = await ask(buyer, maker, [time!.slotId], "One of you?");
  for (const { page } of windows) await page.getByText("One of you?").waitFor();
  await phone.page.getByRole("button", { name: `Accept ${whenAt(time!.startsAt)}` }).click();
  await phone.page.getByText("Booked").waitFor();
  await desk.page.getByText("One of you?").waitFor({ state: "detached" });
  await desk.page.getByText("The team's").click();
  await desk.page.getByRole("heading", { name: "Colleague Chen" }).waitFor();
  await desk.page.getByRole("listitem").filter({ hasText: buyer.name }).waitFor();
  await desk.accessible();
  await desk.shot("day-team");

  // Handed over as it is, and given back at another time.
  const whoMeets = async () => {
    const params = { fairId, meetingId: booked.meetingId };
    const { recipient, slot } = await buyer.person.client.call(getMeeting, { params });
    return [recipient.person?.representativeId === maker.representativeId, slot?.slotId];
  };
  await phone.page.getByRole("button", { name: "Move" }).click();
  await phone.page.getByLabel("Who meets them").selectOption({ label: `${maker.name} person` });
  await phone.accessible();
  await phone.shot("day-handing-over");
  await phone.page.getByRole("button", { name: "Hand over" }).click();
  await phone.page.getByText("Booked").waitFor({ state: "detached" });
  expect(await whoMeets()).toEqual([true, time!.slotId]);
  await desk.page.getByText("Mine", { exact: true }).click();
  const own = desk.page.getByRole("listitem").filter({ hasText: buyer.name }).filter({ hasText: "Booked" });
  await own.first().getByRole("button", { name: "Move" }).click();
  await own.first().getByLabel("Who meets them").selectOption({ label: "Colleague Chen" });
  await own
    .first()
    .getByRole("button", { name: clockAt(third!.startsAt), exact: true })
    .first()
    .click();
  await desk.page.getByRole("button", { name: `Move to ${whenAt(third!.startsAt)}` }).click();
  await phone.page.getByText("Booked").waitFor();
  await own.first().waitFor({ state: "detached" });
  expect(await whoMeets()).toEqual([false, third!.slotId]);

  const { meetingId } = await ask(another, maker, [later!.slotId], "Either of you?");
  const both = windows.map(({ page }) => page.getByRole("button", { name: `Accept ${whenAt(later!.startsAt)}` }));
  for (const button of both) await button.waitFor();
  await Promise.all(both.map((button) => button.click()));
  for (const { page } of windows) await page.getByText("Either of you?").waitFor({ state: "detached" });
  const meeting = await another.person.client.call(getMeeting, { params: { fairId, meetingId } });
  // Asked, and accepted once.
  expect([meeting.status, meeting.version]).toEqual(["scheduled", 2]);
  for (const window of windows) await window.leave();
});

test("a booth is held with a clock, the slower one is shown free ones close by, and the organizer's word is on the screen at once", async () => {
  const { arrive, organizer, fairId } = opened.doors;
  const [one, other] = await Promise.all([
    arrive({ role: "exhibitor", name: { en: "Quick Stand", zh: "快展" } }),
    arrive({ role: "exhibitor", name: { en: "Slow Stand", zh: "慢展" } }),
  ]);
  const { zones } = await organizer.client.call(listBooths, { params: { fairId } });
  const booth = zones.flatMap(({ booths }) => booths).find(({ status }) => status === "available")!;
  const quick = await visit(opened.browser, { account: one.account, path: "/booth" });
  const slow = await visit(opened.browser, {
    account: other.account,
    path: "/booth",
    width: 1440,
    language: "zh",
    theme: "dark",
  });
  for (const [{ page }, table] of [
    [quick, "Table"],
    [slow, "列表"],
  ] as const) {
    await page.getByText(table, { exact: true }).click();
    await page.getByRole("button", { name: booth.code, exact: true }).click();
  }
  await slow.page.getByRole("button", { name: /^保留 30 分钟/ }).waitFor();
  await quick.page.getByRole("button", { name: "Hold it for 30 minutes" }).click();
  const clock = quick.page.getByRole("region", { name: "Your booths" }).getByRole("timer");
  await clock.waitFor();
  const before = (await clock.textContent()) ?? "";
  expect(before).toMatch(/^(29:\d\d|30:00)$/);
  await clock.filter({ hasNotText: before }).waitFor();
  await quick.accessible();
  await quick.shot("booth-held");

  const lost = slow.page.getByRole("alert");
  await lost.getByText(booth.code).waitFor();
  expect(await lost.getByRole("button").count()).toBe(3);
  await slow.accessible();
  await slow.shot("booth-lost");

  await organizer.client.call(confirmBooth, {
    params: { fairId, boothId: booth.boothId },
    body: { organizationId: one.organizationId },
  });
  await clock.waitFor({ state: "detached" });
  await quick.page.getByText(`Booth ${booth.code} is yours`).waitFor();
  await quick.page.getByRole("button", { name: "Give it back" }).click();
  await quick.page.getByRole("group").getByRole("button", { name: "Give it back" }).click();
  await quick.page.getByText("No booth yet").waitFor();
  await quick.leave();
  await slow.leave();
});
