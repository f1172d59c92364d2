import { newId } from "@rialto/contracts/kernel/ids";
import { organizationChanged, organizationRegistered, organizationVerified } from "@rialto/contracts/registry/events";
import { boothsLaidOut } from "@rialto/contracts/venue/events";
import { venueOperations as operations } from "@rialto/contracts/venue/operations";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boothIdFor } from "../src/domain/lay-out-booths.ts";
import { reactionsOf } from "../src/service.ts";
import { arrive, buildBooths, buildFair, planBooths, planHall, type VenueFixture, venueFixture } from "./fixture.ts";

let venue: VenueFixture;
beforeAll(async () => {
  venue = await venueFixture();
});
afterAll(() => venue.dispose());

describe("fairs", () => {
  test("a planned fair has its grid, is found by everybody and is one fair when sent twice", async () => {
    const call = { body: buildFair(), token: venue.operator, idempotencyKey: newId() };
    const planned = await venue.api.ok(operations.planFair, call);
    expect(planned.slots).toHaveLength(16);
    expect(await venue.api.ok(operations.planFair, call)).toEqual(planned);
    expect(await venue.api.ok(operations.getFair, { params: { fairId: planned.fairId } })).toEqual(planned);
    const { items } = await venue.api.ok(operations.listFairs, { query: { limit: 200 } });
    expect(items.filter(({ fairId }) => fairId === planned.fairId)).toHaveLength(1);
  });

  test("pages of fairs hold each fair once", async () => {
    for (let count = 0; count < 5; count++) await venue.api.ok(operations.planFair, { body: buildFair(), token: venue.operator });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await venue.api.ok(operations.listFairs, { query: { limit: 2, cursor } });
      seen.push(...page.items.map(({ fairId }) => fairId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ["TIME_ZONE_UNKNOWN", { timeZone: "Shishi/Harbour" }],
    [
      "OPENING_PERIODS_OVERLAP",
      {
        openingPeriods: [
          { date: "2026-09-01", opens: "09:00", closes: "12:00" },
          { date: "2026-09-01", opens: "11:00", closes: "13:00" },
        ],
      },
    ],
    ["OPENING_PERIOD_TOO_SHORT", { openingPeriods: [{ date: "2026-09-01", opens: "09:00", closes: "09:20" }] }],
    [
      "FAIR_TOO_LONG",
      {
        openingPeriods: [
          { date: "2026-09-01", opens: "09:00", closes: "12:00" },
          { date: "2027-09-01", opens: "09:00", closes: "12:00" },
        ],
      },
    ],
  ])("%s", async (code, overrides) => {
    const problem = await venue.api.refused(operations.planFair, { body: buildFair(overrides), token: venue.operator });
    expect(problem).toMatchObject({ status: 422, code });
  });

  test("the organizer changes the rules, but not the slot length", async () => {
    const { fairId, organizer } = await planHall(venue);
    const { rules } = buildFair();
    const change = (changed: object) => ({ params: { fairId }, token: organizer, body: { ...rules, ...changed } });
    const { rules: now } = await venue.api.ok(operations.changeFairRules, change({ boothHoldMinutes: 45 }));
    expect(now.boothHoldMinutes).toBe(45);
    const problem = await venue.api.refused(operations.changeFairRules, change({ slotMinutes: 20 }));
    expect(problem.code).toBe("SLOT_LENGTH_FIXED");
  });

  test("FAIR_NOT_PLANNED", async () => {
    const problem = await venue.api.refused(operations.getFair, { params: { fairId: newId() } });
    expect(problem).toMatchObject({ status: 404, code: "FAIR_NOT_PLANNED" });
  });
});

describe("halls and zones", () => {
  test("ZONE_OUTSIDE_HALL, ZONES_OVERLAP, HALL_NOT_FOUND", async () => {
    const { fairId, hallId, organizer } = await planHall(venue);
    const zone = (x: number, at = hallId) => ({
      params: { fairId },
      token: organizer,
      body: { hallId: at, name: { en: "Another" }, outline: { x, y: 0, width: 10, depth: 10 } },
    });
    const code = async (call: ReturnType<typeof zone>) => (await venue.api.refused(operations.addZone, call)).code;
    expect(await code(zone(395))).toBe("ZONE_OUTSIDE_HALL");
    expect(await code(zone(5))).toBe("ZONES_OVERLAP");
    expect(await code(zone(5, newId()))).toBe("HALL_NOT_FOUND");
  });

  test("a hall added twice with one Idempotency-Key is one hall", async () => {
    const { fairId, organizer } = await planHall(venue);
    const body = { name: { en: "Second" }, width: 10, depth: 10 };
    const call = { params: { fairId }, token: organizer, body, idempotencyKey: newId() };
    const first = await venue.api.ok(operations.addHall, call);
    expect(await venue.api.ok(operations.addHall, call)).toEqual(first);
  });
});

describe("planBooths", () => {
  test("all or none, with every problem of the batch named", async () => {
    const { fairId, hallId, zoneId, organizer } = await planHall(venue);
    const [good, overlapping, outside] = buildBooths(zoneId, 3) as [never, object, object];
    const booths = [
      good,
      { ...overlapping, outline: { x: 1, y: 1, width: 3, depth: 3 } },
      { ...outside, outline: { x: 399, y: 0, width: 3, depth: 3 } },
    ] as ReturnType<typeof buildBooths>;
    const call = { params: { fairId }, body: { hallId, booths }, token: organizer };
    const problem = await venue.api.refused(operations.planBooths, call);
    expect(problem).toMatchObject({
      code: "BOOTHS_NOT_PLANNABLE",
      booths: [
        { index: 1, code: "A-001", problem: "overlaps", with: "A-000" },
        { index: 2, code: "A-002", problem: "outsideZone" },
      ],
    });
    expect(await venue.deps.booths.plan(fairId)).toEqual([]);
  });

  test("two organizers planning overlapping batches at once: one of them wins completely", async () => {
    const hall = await planHall(venue);
    const { fairId, hallId, zoneId, organizer } = hall;
    const renamed = buildBooths(zoneId, 20).map((booth) => ({ ...booth, code: booth.code.replace("A", "B") }));
    const batches = [buildBooths(zoneId, 20), renamed];
    const calls = batches.map((booths) => ({ params: { fairId }, body: { hallId, booths }, token: organizer }));
    const outcomes = await Promise.allSettled(calls.map((call) => venue.api.ok(operations.planBooths, call)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const plan = await venue.deps.booths.plan(fairId);
    expect(new Set(plan.map(({ state }) => state.code[0])).size).toBe(1);
    expect(plan).toHaveLength(20);
  });

  test("BOOTH_CODE_TAKEN: in another hall", async () => {
    const hall = await planHall(venue);
    await planBooths(venue, hall, 1);
    const { fairId, organizer } = hall;
    const at = { params: { fairId }, token: organizer };
    const { hallId } = await venue.api.ok(operations.addHall, { ...at, body: { name: { en: "Second" }, width: 10, depth: 10 } });
    const outline = { x: 0, y: 0, width: 10, depth: 10 };
    const { zoneId } = await venue.api.ok(operations.addZone, { ...at, body: { hallId, name: { en: "Zone" }, outline } });
    const problem = await venue.api.refused(operations.planBooths, { ...at, body: { hallId, booths: buildBooths(zoneId, 1) } });
    expect(problem).toMatchObject({ status: 409, code: "BOOTH_CODE_TAKEN" });
  });

  test("a layout whose booths a crash left unplanned is completed by the reaction, once", async () => {
    const { fairId, hallId, zoneId } = await planHall(venue);
    const booths = buildBooths(zoneId, 3).map((booth) => ({ ...booth, boothId: boothIdFor(fairId, booth.code) }));
    const laidOut = await venue.publish(boothsLaidOut, { fairId, hallId, booths, laidOutAt: new Date().toISOString() });
    await eventually("the booths stand", async () => (await venue.deps.booths.plan(fairId)).length === 3);
    await venue.repeat([laidOut]);
    const last = { ...laidOut.data, booths: buildBooths(zoneId, 1, 50).map((booth) => ({ ...booth, boothId: newId() })) };
    await venue.publish(boothsLaidOut, last);
    await eventually("the next layout too", async () => (await venue.deps.booths.plan(fairId)).length === 4);
    const versions = (await venue.deps.booths.plan(fairId)).map(({ version }) => version);
    expect(versions).toEqual([1, 1, 1, 1]);
  });
});

test("the plan of 1,000 booths, each with another exhibitor, is one answer of less than 300 kB", async () => {
  const hall = await planHall(venue);
  const { fairId, hallId, zoneId, organizer } = hall;
  for (let from = 0; from < 1_000; from += 200) {
    const body = { hallId, booths: buildBooths(zoneId, 200, from) };
    await venue.api.ok(operations.planBooths, { params: { fairId }, body, token: organizer });
  }
  const { token } = await arrive(venue, fairId);
  const plan = await venue.deps.booths.plan(fairId);
  const name = { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" };
  const rows = plan.map(({ _id, state }) => ({ boothId: _id, code: state.code, organizationId: newId() }));
  // Written as the projection and the store would have, without a thousand registrations.
  const noted = { fairId, role: "exhibitor", status: "verified", name };
  const organizations = rows.map(({ organizationId }) => ({ _id: organizationId, row: noted, applied: [], revision: 1 }));
  await venue.deps.organizations.model.collection.insertMany(organizations as never[]);
  const assign = rows.map(({ boothId, organizationId }) => ({
    updateOne: {
      filter: { _id: boothId },
      update: { $set: { "state.status": "assigned", "state.organizationId": organizationId } },
    },
  }));
  await venue.deps.booths.store.model.collection.bulkWrite(assign as never[]);
  const url = `${venue.running.url}/api/venue/fairs/${fairId}/booths`;
  const startedAt = performance.now();
  const text = await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text();
  const tookMs = performance.now() - startedAt;
  console.error(`plan of 1,000 booths: ${Buffer.byteLength(text)} bytes in ${tookMs.toFixed(0)} ms`);
  const { zones } = JSON.parse(text);
  expect(zones[0].booths).toHaveLength(1_000);
  expect(zones[0].booths[999]).toMatchObject({ status: "assigned", name });
  expect(Buffer.byteLength(text)).toBeLessThan(300_000);
});

test("what is known of an organization follows its events in order, however often and late they come", async () => {
  const { fairId } = await planHall(venue);
  const organizationId = newId();
  const at = new Date().toISOString();
  const profile = organizationRegistered.example.profile;
  const renamed = { ...profile, name: { en: "Renamed" } };
  const known = () => venue.deps.organizations.get(organizationId);
  const registered = await venue.publish(organizationRegistered, { organizationId, fairId, profile, registeredAt: at });
  const changed = await venue.publish(organizationChanged, { organizationId, fairId, profile: renamed, changedAt: at });
  const verified = await venue.publish(organizationVerified, { organizationId, fairId, verifiedAt: at });
  await eventually("verified", async () => (await known())?.status === "verified");
  const reactions = reactionsOf(venue.deps);
  for (const late of [registered, changed, verified, registered]) {
    const reaction = reactions.find(({ definition }) => definition.type === late.type);
    await reaction?.handle(late as never, {} as never);
    expect(await known()).toEqual({ fairId, role: "exhibitor", status: "verified", name: { en: "Renamed" } });
  }
});
