import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import { clockAt, whenAt } from "./support/parties.ts";

const opened = openForTests();

test("two accept the same buyer for the same time at once: the loser is told why and books another time with one tap", async () => {
  const { arrive, timesFor, ask } = opened.doors;
  const [buyer, one, other] = await Promise.all([
    arrive({ role: "buyer", name: { en: "Race Imports" } }),
    arrive({ role: "exhibitor", name: { en: "First Looms" }, withBooth: true }),
    arrive({ role: "exhibitor", name: { en: "Second Looms" }, withBooth: true }),
  ]);
  await timesFor(buyer, other);
  const times = (await timesFor(buyer, one)).slice(0, 3);
  const proposed = times.map(({ slotId }) => slotId);
  await Promise.all([ask(buyer, one, proposed), ask(buyer, other, proposed)]);
  const [first, second] = times.map(({ startsAt }) => whenAt(startsAt));

  const phone = await visit(opened.browser, { account: buyer.account, path: "/day", language: "zh" });
  const desks = await Promise.all([one, other].map(({ account }) => visit(opened.browser, { account, path: "/day" })));
  const accept = desks.map(({ page }) => page.getByRole("button", { name: `Accept ${first}`, exact: true }));
  for (const button of accept) await button.waitFor();
  await Promise.all(accept.map((button) => button.click()));

  // Whoever has the alert has lost.
  const lost = desks.map(({ page }) => page.getByRole("alert").filter({ hasText: "has just been taken" }));
  const loser = await Promise.race(lost.map((alert, index) => alert.waitFor().then(() => index)));
  const [alert, loserDesk, winnerDesk] = [lost[loser]!, desks[loser]!, desks[1 - loser]!];
  await alert.getByText(`${first} has just been taken.`).waitFor();
  await alert.getByText("The other side has another meeting then.").waitFor();
  await winnerDesk.page.getByText("Booked").waitFor();
  expect(await winnerDesk.page.getByRole("alert").count()).toBe(0);
  expect(await alert.getByRole("button").count()).toBe(3);
  await loserDesk.accessible();
  await loserDesk.shot("race-lost");

  await alert.getByRole("button", { name: `Accept ${second}` }).click();
  await loserDesk.page.getByText("Booked").waitFor();
  await loserDesk.page.getByRole("alert").waitFor({ state: "detached" });

  // Both meetings are in the buyer's day, none of them twice.
  const booked = phone.page.getByRole("listitem").filter({ hasText: "已约定" }).getByRole("heading");
  await booked.nth(1).waitFor();
  const names = (await booked.allTextContents()).toSorted();
  expect(new Set(names)).toEqual(new Set([one.name, other.name]));
  await phone.accessible();
  await phone.shot("day-two-meetings");
  for (const window of [phone, ...desks]) await window.leave();
});

test("a time that was taken after it was offered is explained when a meeting is moved", async () => {
  const { arrive, timesFor, ask, accept } = opened.doors;
  const [buyer, one, other] = await Promise.all([
    arrive({ role: "buyer", name: { en: "Late Imports" } }),
    arrive({ role: "exhibitor", name: { en: "Third Looms" }, withBooth: true }),
    arrive({ role: "exhibitor", name: { en: "Fourth Looms" }, withBooth: true }),
  ]);
  await timesFor(buyer, other);
  const [first, second, third] = await timesFor(buyer, one);
  await accept(one, await ask(buyer, one, [first!.slotId]), first!.slotId);
  const request = await ask(buyer, other, [second!.slotId]);

  const phone = await visit(opened.browser, { account: buyer.account, path: "/day" });
  await phone.page.getByRole("button", { name: "Move" }).click();
  await phone.page
    .getByRole("button", { name: clockAt(second!.startsAt), exact: true })
    .first()
    .click();
  // While the phone's choice is on its way, the other exhibitor takes this very time.
  const takeItFirst = async (route: Route) => {
    await accept(other, request, second!.slotId);
    await route.continue();
  };
  await phone.page.route("**/reschedule", takeItFirst, { times: 1 });
  await phone.page.getByRole("button", { name: /^Move to/ }).click();
  const alert = phone.page.getByRole("alert").filter({ hasText: "has just been taken" });
  await alert.getByText("You have another meeting then.").waitFor();
  expect(await alert.getByRole("button").count()).toBe(3);
  await alert.getByRole("button", { name: `Move to ${whenAt(third!.startsAt)}` }).click();
  const moved = phone.page
    .getByRole("listitem")
    .filter({ hasText: one.name })
    .filter({ hasText: `${clockAt(third!.startsAt)} –` });
  await moved.first().waitFor();
  await phone.leave();
});
