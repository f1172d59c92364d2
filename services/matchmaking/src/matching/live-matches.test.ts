import { createLogger } from "@rialto/service-kit/logger";
import { eventually } from "@rialto/testing/eventually";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { aHistory, openHere } from "../../test/match-history.ts";
import type { Organization } from "../domain/organization.ts";
import { preferenceIdOf } from "../domain/preference.ts";
import { createLiveMatches } from "./live-matches.ts";
import type { NotedPreference } from "./match-source.ts";

const fairId = "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0001";
const goods = [aListing({ hsCodes: ["6203"] })];
const buyer = anOrganization({ fairId, profile: { role: "buyer" }, needs: goods });
const seller = anOrganization({ fairId, offers: goods });
const noThanks = (preference?: "noThanks"): NotedPreference => ({
  status: "noted",
  preferenceId: preferenceIdOf(fairId, buyer.organizationId, seller.organizationId),
  fairId,
  organizationId: buyer.organizationId,
  aboutOrganizationId: seller.organizationId,
  preference,
  notedAt: "2026-08-10T02:00:00.000Z",
});

const follow = ({ source, marks }: ReturnType<typeof aHistory>) =>
  createLiveMatches({ marks, open: openHere(source()), logger: createLogger("test", "fatal") });
const shown = async (live: ReturnType<typeof follow>) => {
  const { answer } = await live.ask("scored", fairId, [buyer.organizationId]);
  return answer[0]?.entries.map(({ organizationId }) => organizationId);
};
const touched = async (live: ReturnType<typeof follow>) => {
  const { answer } = await live.ask("takeChanged", 100, "changed");
  return answer.map(({ organizationId }) => organizationId).sort();
};
const organization = (one: Organization) => ({
  kind: "organization" as const,
  organizationId: one.organizationId,
  organization: one,
});

test("lists are there after the start, and every change that was written before catching up is in them", async () => {
  const history = aHistory([buyer]);
  const { happen } = history;
  const [one, two] = [follow(history), follow(history)];
  await Promise.all([one.worker.start(), two.worker.start()]);
  expect(await shown(one)).toEqual([]);
  happen(organization(seller));
  await Promise.all([one.catchUp(), two.catchUp()]);
  expect([await shown(one), await shown(two)]).toEqual([[seller.organizationId], [seller.organizationId]]);
  const both = [buyer.organizationId, seller.organizationId].sort();
  expect([await touched(one), await touched(two)]).toEqual([both, both]);
  expect(await touched(one)).toEqual([]);
  const before = await one.ask("scored", fairId, []);
  happen({ kind: "preference", note: noThanks("noThanks") });
  await one.catchUp();
  expect(await shown(one)).toEqual([]);
  expect((await one.ask("scored", fairId, [])).asOf > before.asOf).toBe(true);
  happen({ kind: "preference", note: noThanks() });
  await one.catchUp();
  expect(await shown(one)).toEqual([seller.organizationId]);
  happen(organization({ ...seller, status: "rejected" }));
  await one.catchUp();
  expect(await shown(one)).toEqual([]);
  await Promise.all([one.worker.stop(), two.worker.stop()]);
});

test("refusals are known from the start", async () => {
  const live = follow(aHistory([buyer, seller], [noThanks("noThanks")]));
  await live.worker.start();
  expect(await shown(live)).toEqual([]);
  await live.worker.stop();
});

test("after a start all lists wait to be compared, behind those that change", async () => {
  const history = aHistory([buyer]);
  const live = follow(history);
  await live.worker.start();
  expect(await touched(live)).toEqual([]);
  history.happen(organization(seller));
  await live.catchUp();
  const { answer } = await live.ask("takeChanged", 2, "all");
  expect(answer.map(({ organizationId }) => organizationId).sort()).toEqual([buyer.organizationId, seller.organizationId].sort());
  await live.worker.stop();
});

test("another catalogue lets everything be read anew", async () => {
  const history = aHistory([buyer, seller]);
  const live = follow(history);
  await live.worker.start();
  history.happen({ kind: "catalogue", fairId });
  await live.catchUp();
  expect(history.loads()).toBe(2);
  expect(await shown(live)).toEqual([seller.organizationId]);
  await live.worker.stop();
});

test("a history that cannot be followed any more is read anew, and readiness says so meanwhile", async () => {
  const rows = [buyer];
  const history = aHistory(rows);
  const live = follow(history);
  await live.worker.start();
  expect(live.worker.ask?.()).toBeUndefined();
  rows.push(seller);
  history.breakOff();
  await eventually("readiness tells", () => live.worker.ask?.() === "does not follow the database");
  await eventually("everything was read anew", () => history.loads() === 2);
  await eventually("it is ready again, though nobody has written anything", () => live.worker.ask?.() === undefined);
  expect(await shown(live)).toEqual([seller.organizationId]);
  await live.worker.stop();
});
