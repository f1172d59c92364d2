import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import {
  organizationChanged,
  organizationRegistered,
  organizationRejected,
  organizationVerified,
} from "@rialto/contracts/registry/events";
import { boothReleased, boothsTopic, venueEvents } from "@rialto/contracts/venue/events";
import { venueOperations as operations } from "@rialto/contracts/venue/operations";
import { eventually } from "@rialto/testing/eventually";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { holdBooth } from "../src/domain/hold-booth.ts";
import { occupyBooth } from "../src/occupancy/occupy.ts";
import { expireHolds } from "../src/schedules/expire-holds.ts";
import {
  arrive,
  type Exhibitor,
  hold,
  type PlannedHall,
  planBooths,
  planHall,
  type VenueFixture,
  venueFixture,
} from "./fixture.ts";

let venue: VenueFixture;
let hall: PlannedHall;
let free: string[];

beforeAll(async () => {
  venue = await venueFixture();
  hall = await planHall(venue);
  free = await planBooths(venue, hall, 40);
});
afterAll(() => venue.dispose());
afterEach(() => {
  venue.clock.aheadMs = 0;
});

const nextBooth = (): string => free.pop() ?? "";
const HOLD_MS = 30 * 60_000;
const at = (boothId: string) => ({ params: { fairId: hall.fairId, boothId } });
const statusOf = async (boothId: string) => (await venue.deps.booths.store.load(boothId)).state.status;

describe("holdBooth", () => {
  test("a verified exhibitor holds a free booth; others see that it is held, not by whom", async () => {
    const boothId = nextBooth();
    const exhibitor = await arrive(venue, hall.fairId);
    const held = await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    expect(held).toMatchObject({ status: "held", organizationId: exhibitor.organizationId });
    const stranger = await venue.tokenOf({ fairId: hall.fairId, role: "buyer", organizationId: newId() });
    const seen = await venue.api.ok(operations.getBooth, { ...at(boothId), token: stranger });
    expect(seen.status).toBe("held");
    expect(seen).not.toHaveProperty("organizationId");
    expect(seen).not.toHaveProperty("name");
  });

  test("sent again it is the same hold and not a longer one", async () => {
    const call = hold(await arrive(venue, hall.fairId), hall.fairId, nextBooth());
    const first = await venue.api.ok(operations.holdBooth, call);
    venue.clock.aheadMs = 60_000;
    expect(await venue.api.ok(operations.holdBooth, call)).toEqual(first);
  });

  test("HOLD_LIMIT_REACHED: a second booth, and the answer names the first", async () => {
    const exhibitor = await arrive(venue, hall.fairId);
    const boothId = nextBooth();
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    const problem = await venue.api.refused(operations.holdBooth, hold(exhibitor, hall.fairId, nextBooth()));
    expect(problem).toMatchObject({ status: 409, code: "HOLD_LIMIT_REACHED", boothId });
  });

  test("ten booths held by one exhibitor at once: one hold", async () => {
    const exhibitor = await arrive(venue, hall.fairId);
    const booths = Array.from({ length: 10 }, nextBooth);
    const attempts = booths.map((boothId) => venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId)));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const held = { "state.status": "held", "state.organizationId": exhibitor.organizationId };
    expect(await venue.deps.booths.store.model.countDocuments(held as Record<string, unknown>)).toBe(1);
  });

  test("an exhibitor whose hold is over may hold another booth, though nothing has swept the first", async () => {
    const exhibitor = await arrive(venue, hall.fairId);
    const [first, second] = [nextBooth(), nextBooth()];
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, first));
    venue.clock.aheadMs = HOLD_MS + 1_000;
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, second));
    expect(await statusOf(first)).toBe("available");
  });

  test("EXHIBITOR_NOT_VERIFIED, NOT_YOUR_EXHIBITOR, BOOTH_NOT_AVAILABLE, BOOTH_NOT_FOUND", async () => {
    const boothId = nextBooth();
    const waiting = await arrive(venue, hall.fairId, "registered");
    const refusal = async (call: ReturnType<typeof hold>) => (await venue.api.refused(operations.holdBooth, call)).code;
    expect(await refusal(hold(waiting, hall.fairId, boothId))).toBe("EXHIBITOR_NOT_VERIFIED");
    const [one, other] = [await arrive(venue, hall.fairId), await arrive(venue, hall.fairId)];
    expect(await refusal(hold({ ...one, organizationId: other.organizationId }, hall.fairId, boothId))).toBe(
      "NOT_YOUR_EXHIBITOR",
    );
    await venue.api.ok(operations.holdBooth, hold(other, hall.fairId, boothId));
    expect(await refusal(hold(one, hall.fairId, boothId))).toBe("BOOTH_NOT_AVAILABLE");
    expect(await refusal(hold(one, hall.fairId, newId()))).toBe("BOOTH_NOT_FOUND");
  });
});

/** Through the store that the route uses, so that two hundred contend for one document and not for sockets. */
async function contend(exhibitors: readonly string[], boothId: string, now: string): Promise<string[]> {
  const organization = { fairId: hall.fairId, role: "exhibitor", status: "verified" } as const;
  const attempt = async (organizationId: string) => {
    const command = {
      fairId: hall.fairId,
      organizationId,
      ownOrganizationIds: [organizationId],
      organization,
      holdMinutes: 30,
      now,
    };
    const decide = () => (state: Parameters<typeof holdBooth>[1]) => holdBooth(command, state);
    await occupyBooth(venue.deps, {
      fairId: hall.fairId,
      boothId,
      organizationId,
      decide,
      now,
      cause: { correlationId: newId() },
    });
    return organizationId;
  };
  const outcomes = await Promise.allSettled(exhibitors.map(attempt));
  for (const outcome of outcomes) {
    if (outcome.status === "rejected" && !(outcome.reason instanceof Refusal)) throw outcome.reason;
  }
  return outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
}

describe("never held twice", () => {
  const crowd = Array.from({ length: 200 }, newId);

  test("200 exhibitors at once, one free booth: one holder", async () => {
    const boothId = nextBooth();
    const winners = await contend(crowd, boothId, new Date().toISOString());
    expect(winners).toHaveLength(1);
    expect((await venue.deps.booths.store.load(boothId)).state).toMatchObject({ status: "held", organizationId: winners[0] });
  });

  test("200 exhibitors at the instant a hold is over: one holder, and the old hold ended once", async () => {
    const boothId = nextBooth();
    const events = await venue.collect([boothsTopic], [...venueEvents]);
    const exhibitor = await arrive(venue, hall.fairId);
    const { holdExpiresAt = "" } = await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    const winners = await contend(Array.from({ length: 200 }, newId), boothId, holdExpiresAt);
    expect(winners).toHaveLength(1);
    const ended = { boothId, organizationId: exhibitor.organizationId, reason: "holdExpired" } as const;
    await events.awaitEvent(boothReleased, ended);
    const releases = new Set(
      events
        .all()
        .filter(({ subject, type }) => subject === boothId && type === boothReleased.type)
        .map(({ seq }) => seq),
    );
    expect(releases.size).toBe(1);
    await events.stop();
  });

  test("hold, confirm, release and expire in any interleaving leave one owner at every version", async () => {
    const boothId = nextBooth();
    const exhibitors = await Promise.all(Array.from({ length: 6 }, () => arrive(venue, hall.fairId)));
    const organizer = { token: hall.organizer };
    const attempts = exhibitors.flatMap((exhibitor) => [
      venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId)),
      venue.api.ok(operations.confirmBooth, { ...hold(exhibitor, hall.fairId, boothId), ...organizer }),
      venue.api.ok(operations.releaseBooth, { ...at(boothId), token: exhibitor.token }),
    ]);
    await Promise.allSettled(attempts);
    const events = await venue.collect([boothsTopic], [...venueEvents]);
    const { version } = await venue.deps.booths.store.load(boothId);
    const ours = () =>
      new Map(
        events
          .all()
          .filter(({ subject }) => subject === boothId)
          .map((event) => [event.seq, event]),
      );
    await eventually("all events of the booth have arrived", () => ours().size === version);
    let owner: string | undefined;
    for (const { type, data } of [...ours().values()].sort((a, b) => a.seq - b.seq)) {
      const { organizationId } = data as { organizationId?: string };
      if (type.startsWith("venue.booth-held")) expect(owner).toBeUndefined();
      if (!type.startsWith("venue.booth-held") && !type.startsWith("venue.booth-planned")) expect(organizationId).toBe(owner);
      owner = type.startsWith("venue.booth-released") ? undefined : organizationId;
    }
    await events.stop();
  });
});

describe("the organizer", () => {
  const heldBooth = async (): Promise<{ boothId: string; exhibitor: Exhibitor }> => {
    const [boothId, exhibitor] = [nextBooth(), await arrive(venue, hall.fairId)];
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    return { boothId, exhibitor };
  };

  test("confirms the hold that is on the screen, and no other", async () => {
    const { boothId, exhibitor } = await heldBooth();
    const confirm = (organizationId: string) => ({ ...at(boothId), body: { organizationId }, token: hall.organizer });
    const other = await venue.api.refused(operations.confirmBooth, confirm(newId()));
    expect(other.code).toBe("BOOTH_HELD_BY_ANOTHER");
    const booth = await venue.api.ok(operations.confirmBooth, confirm(exhibitor.organizationId));
    expect(booth).toMatchObject({ status: "assigned", organizationId: exhibitor.organizationId });
    const { zones } = await venue.api.ok(operations.listBooths, { params: { fairId: hall.fairId }, token: exhibitor.token });
    const shown = zones.flatMap(({ booths }) => booths).find((one) => one.boothId === boothId);
    expect(shown).toMatchObject({ status: "assigned", name: { en: expect.stringContaining("Exhibitor") } });
  });

  test("HOLD_EXPIRED and BOOTH_NOT_HELD: too late, and nothing there", async () => {
    const { boothId, exhibitor } = await heldBooth();
    const confirm = { ...at(boothId), body: { organizationId: exhibitor.organizationId }, token: hall.organizer };
    venue.clock.aheadMs = HOLD_MS;
    expect((await venue.api.refused(operations.confirmBooth, confirm)).code).toBe("HOLD_EXPIRED");
    await venue.api.ok(operations.releaseBooth, { ...at(boothId), token: exhibitor.token });
    expect((await venue.api.refused(operations.confirmBooth, confirm)).code).toBe("BOOTH_NOT_HELD");
  });

  test("assigns a booth directly, sees whom a release would touch, and then releases", async () => {
    const [boothId, exhibitor] = [nextBooth(), await arrive(venue, hall.fairId)];
    const { organizationId } = exhibitor;
    await venue.api.ok(operations.assignBooth, { ...at(boothId), body: { organizationId }, token: hall.organizer });
    const edit = { ...at(boothId), body: { reason: "The stage moves." }, token: hall.organizer };
    const dry = await venue.api.ok(operations.releaseBoothAsOrganizer, { ...edit, query: { dryRun: "true" } });
    expect(dry).toMatchObject({
      applied: false,
      effects: [{ effect: "assignmentEnds", organizationId }],
      booth: { status: "available" },
    });
    expect(await statusOf(boothId)).toBe("assigned");
    const done = await venue.api.ok(operations.releaseBoothAsOrganizer, edit);
    expect(done).toMatchObject({ applied: true, effects: dry.effects });
    expect(await statusOf(boothId)).toBe("available");
  });

  test("blocks a held booth and unblocks it; a blocked one cannot be held, assigned or released", async () => {
    const { boothId, exhibitor } = await heldBooth();
    const edit = { ...at(boothId), body: { reason: "Emergency exit" }, token: hall.organizer };
    const { effects } = await venue.api.ok(operations.blockBooth, edit);
    expect(effects.map(({ effect }) => effect)).toEqual(["holdEnds", "boothBlocked"]);
    const { organizationId } = exhibitor;
    const assign = { ...at(boothId), body: { organizationId }, token: hall.organizer };
    expect((await venue.api.refused(operations.holdBooth, hold(exhibitor, hall.fairId, boothId))).code).toBe("BOOTH_IS_BLOCKED");
    expect((await venue.api.refused(operations.assignBooth, assign)).code).toBe("BOOTH_IS_BLOCKED");
    expect((await venue.api.refused(operations.releaseBoothAsOrganizer, edit)).code).toBe("BOOTH_IS_BLOCKED");
    expect((await venue.api.refused(operations.releaseBooth, { ...at(boothId), token: exhibitor.token })).code).toBe(
      "NOT_YOUR_BOOTH",
    );
    const { booth } = await venue.api.ok(operations.unblockBooth, { ...at(boothId), token: hall.organizer });
    expect(booth.status).toBe("available");
  });

  test("BOOTH_NOT_AVAILABLE: another exhibitor's running hold is not overruled", async () => {
    const { boothId } = await heldBooth();
    const { organizationId } = await arrive(venue, hall.fairId);
    const call = { ...at(boothId), body: { organizationId }, token: hall.organizer };
    expect((await venue.api.refused(operations.assignBooth, call)).code).toBe("BOOTH_NOT_AVAILABLE");
  });
});

test("the schedule ends holds whose time is over, and only those", async () => {
  const [over, running] = [nextBooth(), nextBooth()];
  const [one, other] = [await arrive(venue, hall.fairId), await arrive(venue, hall.fairId)];
  await venue.api.ok(operations.holdBooth, hold(one, hall.fairId, over));
  venue.clock.aheadMs = HOLD_MS;
  await venue.api.ok(operations.holdBooth, hold(other, hall.fairId, running));
  const now = new Date(Date.now() + HOLD_MS).toISOString();
  const tick = { now, signal: new AbortController().signal, cause: { correlationId: newId() } };
  await expireHolds(venue.deps, 10).run(tick);
  await expireHolds(venue.deps, 10).run(tick);
  expect([await statusOf(over), await statusOf(running)]).toEqual(["available", "held"]);
});

describe("when an organization is rejected", () => {
  const rejection = ({ organizationId }: Exhibitor) => ({
    organizationId,
    fairId: hall.fairId,
    reason: "Papers missing",
    rejectedAt: new Date().toISOString(),
  });

  test("its booths are released, once, however often it is said", async () => {
    const [boothId, exhibitor] = [nextBooth(), await arrive(venue, hall.fairId)];
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    const rejected = await venue.publish(organizationRejected, rejection(exhibitor));
    await eventually("the booth is free", async () => (await statusOf(boothId)) === "available");
    const other = await arrive(venue, hall.fairId);
    const { version } = await venue.api.ok(operations.holdBooth, hold(other, hall.fairId, boothId));
    await venue.repeat([rejected]);
    // Events of one organization keep their order: when this one has arrived, the repeated one has been handled.
    const { organizationId } = exhibitor;
    const profile = { ...organizationRegistered.example.profile, name: { en: "Renamed" } };
    await venue.publish(organizationChanged, { organizationId, fairId: hall.fairId, profile, changedAt: rejected.time });
    const known = () => venue.deps.organizations.get(organizationId);
    await eventually("the new name is known", async () => (await known())?.name.en === "Renamed");
    expect((await venue.deps.booths.store.load(boothId)).version).toBe(version);
    expect((await venue.api.refused(operations.holdBooth, hold(exhibitor, hall.fairId, nextBooth()))).code).toBe(
      "EXHIBITOR_NOT_VERIFIED",
    );
  });

  test("a rejection that arrives again after a new verification releases nothing", async () => {
    const [boothId, exhibitor] = [nextBooth(), await arrive(venue, hall.fairId)];
    const rejected = await venue.publish(organizationRejected, rejection(exhibitor));
    const { organizationId } = exhibitor;
    await eventually("rejected", async () => (await venue.deps.organizations.get(organizationId))?.status === "rejected");
    await venue.publish(organizationVerified, { organizationId, fairId: hall.fairId, verifiedAt: new Date().toISOString() });
    const known = () => venue.deps.organizations.get(organizationId);
    await eventually("verified again", async () => (await known())?.status === "verified");
    await venue.api.ok(operations.holdBooth, hold(exhibitor, hall.fairId, boothId));
    await venue.repeat([rejected]);
    const rename = { organizationId, fairId: hall.fairId, reason: "again", rejectedAt: new Date().toISOString() };
    expect(await statusOf(boothId)).toBe("held");
    await venue.publish(organizationRejected, rename);
    await eventually("the later rejection counts", async () => (await statusOf(boothId)) === "available");
    const { version } = await venue.deps.booths.store.load(boothId);
    // Planned, held, released: the repeated rejection, delivered before the later one, has released nothing.
    expect(version).toBe(3);
  });
});
