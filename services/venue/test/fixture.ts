import { newId } from "@rialto/contracts/kernel/ids";
import type { BodyInput } from "@rialto/contracts/kernel/operation";
import type { Grant } from "@rialto/contracts/kernel/policy";
import { organizationRegistered, organizationVerified } from "@rialto/contracts/registry/events";
import { fairPlanned } from "@rialto/contracts/venue/events";
import { venueOperations as operations } from "@rialto/contracts/venue/operations";
import { connectMongo } from "@rialto/persistence/connection";
import { systemClock } from "@rialto/service-kit/clock";
import { eventually } from "@rialto/testing/eventually";
import { type ServiceUnderTest, startServiceUnderTest } from "@rialto/testing/service-fixture";
import { venueConfig } from "../src/config.ts";
import { createVenueDeps, type VenueDeps } from "../src/deps.ts";
import { composeVenue } from "../src/service.ts";

export interface VenueFixture extends ServiceUnderTest {
  /** Stores of their own on the service's collections. */
  readonly deps: VenueDeps;
  /** Shifts the venue's clock. */
  readonly clock: { aheadMs: number };
  /** Of an account without any role but these. */
  tokenOf(...grants: Grant[]): Promise<string>;
  readonly operator: string;
}

export async function venueFixture(settings: Readonly<Record<string, string>> = {}): Promise<VenueFixture> {
  const clock = { aheadMs: 0 };
  const service = await startServiceUnderTest({
    name: "venue",
    schema: venueConfig,
    settings: { HOLD_SWEEP_SECONDS: "3600", ...settings },
    compose: composeVenue,
    clock: () => new Date(Date.now() + clock.aheadMs).toISOString(),
  });
  const { MONGO_URL: url = "" } = process.env;
  const beside = await connectMongo({ url, database: service.platform.connection.name });
  const sign = (operator: boolean, grants: Grant[]) =>
    service.tokens.sign({ accountId: newId(), operator, grants }, { expiresInSeconds: 86_400 });
  return {
    ...service,
    clock,
    deps: createVenueDeps({ connection: beside, clock: systemClock }),
    tokenOf: (...grants) => sign(false, grants),
    operator: await sign(true, []),
    async dispose() {
      await beside.close();
      await service.dispose();
    },
  };
}

type PlanFair = BodyInput<typeof operations.planFair>;

export const buildFair = (overrides: Partial<PlanFair> = {}): PlanFair => ({
  name: { en: "Test fair" },
  place: fairPlanned.example.place,
  timeZone: "Asia/Shanghai",
  openingPeriods: [{ date: "2026-09-01", opens: "09:30", closes: "17:30" }],
  rules: fairPlanned.example.rules,
  ...overrides,
});

export interface PlannedHall {
  readonly fairId: string;
  readonly hallId: string;
  readonly zoneId: string;
  readonly organizer: string;
}

/** A fair with one hall of 400 by 400 metres that is one zone. */
export async function planHall(
  { api, operator, tokenOf }: VenueFixture,
  overrides: Partial<PlanFair> = {},
): Promise<PlannedHall> {
  const { fairId } = await api.ok(operations.planFair, { body: buildFair(overrides), token: operator });
  const organizer = await tokenOf({ fairId, role: "organizer" });
  const at = { params: { fairId }, token: organizer };
  const hall = { name: { en: "Hall" }, width: 400, depth: 400 };
  const { hallId } = await api.ok(operations.addHall, { ...at, body: hall });
  const outline = { x: 0, y: 0, width: 400, depth: 400 };
  const { zoneId } = await api.ok(operations.addZone, { ...at, body: { hallId, name: { en: "Zone" }, outline } });
  return { fairId, hallId, zoneId, organizer };
}

/** `count` booths of 3 by 3 metres in rows of a hundred, A-000 first. */
export const buildBooths = (zoneId: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    zoneId,
    code: `A-${String(from + index).padStart(3, "0")}`,
    kind: "inline" as const,
    outline: { x: 4 * ((from + index) % 100), y: 4 * Math.floor((from + index) / 100), width: 3, depth: 3 },
    meetingCapacity: 2,
  }));

export async function planBooths({ api }: VenueFixture, hall: PlannedHall, count: number): Promise<string[]> {
  const { fairId, hallId, zoneId, organizer } = hall;
  const body = { hallId, booths: buildBooths(zoneId, count) };
  const { booths } = await api.ok(operations.planBooths, { params: { fairId }, body, token: organizer });
  return booths.map(({ boothId }) => boothId);
}

export interface Exhibitor {
  readonly organizationId: string;
  readonly token: string;
}

/** An exhibitor as the registry announces it, known to the venue when this resolves. */
export async function arrive(
  venue: VenueFixture,
  fairId: string,
  status: "registered" | "verified" = "verified",
): Promise<Exhibitor> {
  const organizationId = newId();
  const at = new Date().toISOString();
  const profile = { ...organizationRegistered.example.profile, name: { en: `Exhibitor ${organizationId.slice(-6)}` } };
  await venue.publish(organizationRegistered, { organizationId, fairId, profile, registeredAt: at });
  if (status === "verified") await venue.publish(organizationVerified, { organizationId, fairId, verifiedAt: at });
  const known = async () => (await venue.deps.organizations.get(organizationId))?.status === status;
  await eventually(`the venue knows that the exhibitor is ${status}`, known);
  return { organizationId, token: await venue.tokenOf({ fairId, role: "exhibitor", organizationId }) };
}

export const hold = ({ organizationId, token }: Exhibitor, fairId: string, boothId: string) => ({
  params: { fairId, boothId },
  body: { organizationId },
  token,
});
