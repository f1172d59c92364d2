import { createLogger } from "@rialto/service-kit/logger";
import { eventually } from "@rialto/testing/eventually";
import { expect, test } from "vitest";
import { aListing, anOrganization } from "../../test/builders.ts";
import { aHistory } from "../../test/match-history.ts";
import type { Organization } from "../domain/organization.ts";
import { preferenceIdOf } from "../domain/preference.ts";
import { createLiveMatches } from "./live-matches.ts";
import type { MatchSource, NotedPreference } from "./match-source.ts";
import { createSimpleMatcher } from "./simple-matcher.ts";

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

const follow = (source: MatchSource) =>
  createLiveMatches({ source, createMatcher: createSimpleMatcher, logger: createLogger("test", "fatal") });
const shown = (live: ReturnType<typeof follow>) =>
  live.listOf(fairId, buyer.organizationId).map(({ organizationId }) => organizationId);
const organization = (one: Organization) => ({
  kind: "organization" as const,
  organizationId: one.organizationId,
  organization: one,
});

test("lists are there after the start, and every change that was written before catching up is in them", async () => {
  const { source, happen } = aHistory([buyer]);
  const [one, two] = [follow(source()), follow(source())];
  await Promise.all([one.worker.start(), two.worker.start()]);
  expect(shown(one)).toEqual([]);
  happen(organization(seller));
  await Promise.all([one.catchUp(), two.catchUp()]);
  expect([shown(one), shown(two)]).toEqual([[seller.organizationId], [seller.organizationId]]);
  expect(one.listsWith(fairId, seller.organizationId)).toEqual([buyer.organizationId]);
  const before = one.asOf();
  happen({ kind: "preference", note: noThanks("noThanks") });
  await one.catchUp();
  expect(shown(one)).toEqual([]);
  expect(one.asOf() > before).toBe(true);
  happen({ kind: "preference", note: noThanks() });
  happen(organization({ ...seller, status: "rejected" }));
  await one.catchUp();
  expect(shown(one)).toEqual([]);
  await Promise.all([one.worker.stop(), two.worker.stop()]);
});

test("exclusions are known from the start", async () => {
  const live = follow(aHistory([buyer, seller], [noThanks("noThanks")]).source());
  await live.worker.start();
  expect(shown(live)).toEqual([]);
  await live.worker.stop();
});

test("a history that cannot be followed any more is read anew, and readiness says so meanwhile", async () => {
  const rows = [buyer];
  const { source, breakOff, loads } = aHistory(rows);
  const live = follow(source());
  await live.worker.start();
  expect(live.worker.ask?.()).toBeUndefined();
  rows.push(seller);
  breakOff();
  await eventually("readiness tells", () => live.worker.ask?.() === "does not follow the database");
  await eventually("everything was read anew", () => loads() === 2);
  await live.catchUp();
  expect(shown(live)).toEqual([seller.organizationId]);
  expect(live.worker.ask?.()).toBeUndefined();
  await live.worker.stop();
});
