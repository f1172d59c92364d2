import { describe, expect, test } from "vitest";
import { visit } from "./support/browsing.ts";
import { openForTests } from "./support/opened.ts";
import { storyTimeoutMs, untilNextSlotIsFar } from "./support/parties.ts";

const opened = openForTests();

const bicycles = { hsCodes: ["8712"], markets: ["BR"], tags: ["bamboo"] };

describe("from an offer to a meeting", () => {
  test(
    "an offer becomes a match, a request, a meeting, a check-in and a note, each on the other's screen without a reload",
    async () => {
      const seeks = { ...bicycles, title: { en: "Bamboo bicycles, about 500 a season", zh: "竹制自行车" } };
      const buyer = await opened.doors.arrive({ role: "buyer", name: { en: "Pedal Porto", zh: "波尔图骑行" }, needs: [seeks] });
      const maker = await opened.doors.arrive({ role: "exhibitor", name: { en: "Bamboo Wheels", zh: "竹轮" }, withBooth: true });

      // The buyer looks at Now on a phone, the maker sits at a desk.
      const phone = await visit(opened.browser, { account: buyer.account, path: "/now" });
      const desk = await visit(opened.browser, { account: maker.account, path: "/company", width: 1440 });
      const match = phone.page.getByRole("listitem").filter({ has: phone.page.getByRole("heading", { name: maker.name }) });
      expect(await match.count()).toBe(0);

      // An offer with a code that is found by words.
      await desk.page.getByRole("button", { name: "Add an offer" }).click();
      const form = desk.page.getByRole("form");
      await form.getByLabel(/^Title · English/).fill("Bamboo bicycles");
      await form.getByRole("textbox", { name: "HS codes" }).fill("bicycles");
      await form.getByRole("option", { name: /8712/ }).click();
      await form.getByRole("button", { name: "Publish" }).click();
      await desk.page.getByRole("heading", { name: "Bamboo bicycles" }).waitFor();

      // It is on the phone, with its reasons and what both sides make of it.
      await match.waitFor();
      await match.getByText("Same goods").waitFor();
      await match.getByText("You say yes").waitFor();
      await match.getByText("They say yes").waitFor();
      await phone.accessible();
      await phone.shot("now-match");

      await untilNextSlotIsFar();
      // The buyer asks; what is waited for stands on the match.
      await desk.go("/day");
      await match.getByRole("button", { name: "Ask for a meeting" }).click();
      const dialog = phone.page.getByRole("dialog");
      const times = dialog.getByRole("button", { name: /^\d\d:\d\d/ });
      await times.nth(0).click();
      await times.nth(1).click();
      await dialog.getByLabel(/Message/).fill("Could we see the frames?");
      await phone.shot("ask");
      await dialog.getByRole("button", { name: "Send the request" }).click();
      await match.getByText("Waits for their answer").waitFor();
      // It can be taken back for as long as somebody looks at it and it is open.
      const sent = phone.page.getByText("Your request has been sent.");
      await sent.hover();

      // The maker sees the request live and accepts it; both days show the meeting.
      const request = desk.page.getByRole("listitem").filter({ hasText: "Could we see the frames?" });
      await request.waitFor();
      await desk.shot("day-request");
      await request
        .getByRole("button", { name: /^Accept/ })
        .first()
        .click();
      const meeting = desk.page.getByRole("listitem").filter({ hasText: buyer.name }).filter({ hasText: "Booked" });
      await meeting.first().waitFor();
      // Booked, it is no longer one of the matches: it is where the buyer goes next.
      const next = phone.page.getByRole("link", { name: new RegExp(`Next meeting ${maker.name}`) });
      await next.waitFor();
      await sent.waitFor({ state: "detached" });
      await match.waitFor({ state: "detached" });
      await phone.shot("now-next");

      // The buyer's ticket; its code is typed at the maker's counter.
      await next.click();
      await phone.page.getByRole("img", { name: /^QR code/ }).waitFor();
      const label = (await phone.page.getByRole("img", { name: /^QR code/ }).getAttribute("aria-label")) ?? "";
      await phone.accessible();
      await phone.shot("ticket");
      await desk.go("/check-in");
      await desk.page.getByLabel("Code").fill("WRONG1");
      await desk.page.getByRole("button", { name: "Check in", exact: true }).click();
      await desk.page.getByText("No meeting of yours has this code").waitFor();
      await desk.page.getByLabel("Code").fill(label.slice(-6).toLowerCase());
      await desk.page.getByRole("button", { name: "Check in", exact: true }).click();
      await desk.page.getByText("You are checked in").waitFor();
      await desk.page.getByText("The other side has not checked in yet.").waitFor();
      await desk.page.getByLabel("Note about this lead").fill("500 frames, samples by post");
      await phone.page.getByRole("button", { name: "I am here" }).click();
      await phone.page.getByText("Both sides are here").waitFor();
      await desk.page.getByText("Both sides are here").waitFor();
      await desk.accessible();
      await desk.shot("checked-in");
      await desk.go("/check-in");
      await desk.page.getByRole("link", { name: new RegExp(`${buyer.name}.*500 frames, samples by post`) }).waitFor();
      await desk.shot("leads");

      await phone.leave();
      await desk.leave();
    },
    storyTimeoutMs,
  );
});
