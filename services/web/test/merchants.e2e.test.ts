import { newId } from "@rialto/contracts/kernel/ids";
import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Acting, acting, newcomer } from "./support/acting.ts";
import { visit } from "./support/browsing.ts";
import { startChromium } from "./support/chromium.ts";

let browser: Browser;
let organizer: Acting;
beforeAll(async () => {
  browser = await startChromium();
  organizer = await acting("organizer");
});
afterAll(() => browser.close());

const statusOf = async (organizationId: string) =>
  (await organizer.client.call(getOrganization, { params: { fairId: organizer.fairId, organizationId } })).status;

test("who registers stands among those who wait without a reload, is looked at and verified", async () => {
  const { page, leave, shot, accessible } = await visit(browser, { account: "organizer", width: 1440, path: "/merchants" });
  const mark = newId().slice(-5);
  await page.getByRole("searchbox").fill(`Aurora${mark}`);
  await page.getByText("Nothing found").waitFor();
  const { organizationId, name } = await newcomer(organizer, "buyer", `Aurora${mark} Trading`);
  const line = page.getByRole("listitem").filter({ hasText: name });
  await line.waitFor();
  await line.getByRole("button", { name: "Details" }).click();
  await line.getByText("Chen Rui").waitFor();
  await accessible();
  await shot("merchants");
  await line.getByRole("button", { name: "Verify" }).click();
  await page.getByText(`${name} is verified`).waitFor();
  await line.waitFor({ state: "detached" });
  expect(await statusOf(organizationId)).toBe("verified");
  await page.getByText("Verified", { exact: true }).click();
  await line.waitFor();
  await leave();
});

test("who is turned away is told why: without a reason nobody is", async () => {
  const mark = newId().slice(-5);
  const { organizationId, name } = await newcomer(organizer, "exhibitor", `Borealis${mark} Works`);
  const { page, leave, shot, accessible } = await visit(browser, {
    account: "organizer",
    language: "zh",
    theme: "dark",
    path: "/merchants",
  });
  await page.getByRole("searchbox").fill(`Borealis${mark}`);
  const line = page.getByRole("listitem").filter({ hasText: name });
  await line.getByRole("button", { name: "不通过" }).click();
  expect(await line.getByRole("button", { name: "不通过" }).isDisabled()).toBe(true);
  await line.getByRole("textbox", { name: "原因" }).fill("缺少营业执照");
  await accessible();
  await shot("merchants-refuse");
  await line.getByRole("button", { name: "不通过" }).click();
  await line.waitFor({ state: "detached" });
  expect(await statusOf(organizationId)).toBe("rejected");
  await leave();
});
