import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import { clockAt, whenAt } from "./support/parties.ts";

const opened = openForTests();

test("later, no thanks and a decline can be taken back; a decline that is left alone is sent", async () => {
  const { arrive, timesFor, ask } = opened.doors;
  const guitars = { title: { en: "Concert ukuleles" }, hsCodes: ["9202"], markets: ["BR"] };
  const buyer = await arrive({ role: "buyer", name: { en: "Ukulele Union" }, needs: [guitars] });
  const maker = await arrive({ role: "exhibitor", name: { en: "Koa Strings" }, offers: [guitars], withBooth: true });
  const [time] = await timesFor(buyer, maker);

  const phone = await visit(opened.browser, { account: buyer.account, path: "/now" });
  const { page } = phone;
  const match = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: maker.name }) });
  await match.getByRole("button", { name: "Later" }).click();
  await match.getByRole("button", { name: "Back to the list" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await match.getByRole("button", { name: "Later" }).waitFor();
  await match.getByRole("button", { name: "No thanks" }).click();
  await match.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await match.getByRole("button", { name: "Ask for a meeting" }).waitFor();

  await ask(buyer, maker, [time!.slotId]);
  await match.getByText("Waits for their answer").waitFor();
  const desk = await visit(opened.browser, { account: maker.account, path: "/now" });
  await desk.page.getByRole("button", { name: "Decline" }).click();
  await desk.page.getByText("Declined:").waitFor();
  await desk.shot("declining");
  await desk.page.getByRole("button", { name: "Undo" }).click();
  await desk.page.getByRole("button", { name: /^Accept/ }).waitFor();
  // Nothing of it was sent.
  await match.getByText("Waits for their answer").waitFor();
  await desk.page.getByRole("button", { name: "Decline" }).click();
  // Going elsewhere is no second thought.
  await desk.page.getByRole("link", { name: "Find" }).click();
  await page.getByText(`${maker.name} has declined`).waitFor();
  // A no is for good: it is no longer a match.
  await match.waitFor({ state: "detached" });
  await phone.leave();
  await desk.leave();
});

test("a meeting is moved and cancelled; whoever wanted the freed time hears of it, and the other side sees it at once", async () => {
  const { arrive, timesFor, ask, accept } = opened.doors;
  const [early, waiting, maker] = await Promise.all([
    arrive({ role: "buyer", name: { en: "Early Bird" } }),
    arrive({ role: "buyer", name: { en: "Waiting Wren" } }),
    arrive({ role: "exhibitor", name: { en: "Busy Bench" }, withBooth: true }),
  ]);
  await timesFor(waiting, maker);
  const [first, second] = await timesFor(early, maker);
  await accept(maker, await ask(early, maker, [first!.slotId]), first!.slotId);
  await ask(waiting, maker, [first!.slotId]);
  const [from, to] = [clockAt(first!.startsAt), clockAt(second!.startsAt)];

  const phone = await visit(opened.browser, { account: early.account, path: "/day" });
  const hopeful = await visit(opened.browser, { account: waiting.account, path: "/now" });
  const desk = await visit(opened.browser, { account: maker.account, path: "/day", width: 1440 });
  const meetingAt = (time: string) =>
    desk.page
      .getByRole("listitem")
      .filter({ has: desk.page.getByText(early.name) })
      .filter({ hasText: `${time} –` });
  await meetingAt(from).first().waitFor();

  await phone.page.getByRole("button", { name: "Move" }).click();
  await phone.page.getByRole("button", { name: to, exact: true }).first().click();
  await phone.shot("day-moving");
  await phone.page.getByRole("button", { name: `Move to ${whenAt(second!.startsAt)}` }).click();
  await meetingAt(to).first().waitFor();
  await meetingAt(from).first().waitFor({ state: "detached" });

  const freed = hopeful.page.getByRole("region", { name: "Times that have become free" });
  await freed.getByText(whenAt(first!.startsAt)).waitFor();
  await freed.getByText(maker.name).waitFor();
  // It is asked for already: a second request would be refused.
  await freed.getByText("Your request is open").waitFor();
  expect(await freed.getByRole("button").count()).toBe(0);
  await hopeful.accessible();
  await hopeful.shot("now-freed");
  await desk.page.getByRole("button", { name: `Accept ${whenAt(first!.startsAt)}` }).click();
  await hopeful.page.getByText("Next meeting").waitFor();
  await freed.waitFor({ state: "detached" });

  await phone.page.getByRole("button", { name: "Cancel", exact: true }).click();
  await phone.page.getByLabel(/^Reason/).fill("<b>Our flight</b> was moved");
  await phone.page.getByRole("button", { name: "Back" }).click();
  await phone.page.getByRole("button", { name: "Cancel", exact: true }).click();
  await phone.page.getByLabel(/^Reason/).fill("Our flight was moved");
  await phone.page.getByRole("button", { name: "Cancel the meeting" }).click();
  await meetingAt(to).first().waitFor({ state: "detached" });
  await desk.page.getByText(`The meeting with ${early.name} at ${whenAt(second!.startsAt)} is cancelled`).waitFor();
  await phone.page.getByText("Booked").waitFor({ state: "detached" });
  for (const window of [phone, hopeful, desk]) await window.leave();
});
