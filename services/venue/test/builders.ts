import { newId } from "@rialto/contracts/kernel/ids";
import { boothPlanned, fairPlanned } from "@rialto/contracts/venue/events";
import type { AssignedBooth, AvailableBooth, BlockedBooth, HeldBooth } from "../src/domain/booth.ts";
import type { PlannedFair } from "../src/domain/fair.ts";
import type { KnownOrganization } from "../src/domain/verified-exhibitor.ts";

export const now = "2026-08-03T02:00:00.000Z";
export const later = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();

export const fairId = newId();
export const lanhai = newId();
export const other = newId();

export const verified: KnownOrganization = { fairId, role: "exhibitor", status: "verified" };

const { boothId: _, plannedAt: __, ...facts } = boothPlanned.example;

export const anAvailableBooth = (overrides: Partial<AvailableBooth> = {}): AvailableBooth => ({
  ...facts,
  id: newId(),
  fairId,
  status: "available",
  ...overrides,
});
export const aHeldBooth = (overrides: Partial<HeldBooth> = {}): HeldBooth => ({
  ...anAvailableBooth(),
  status: "held",
  organizationId: lanhai,
  holdExpiresAt: later(30),
  ...overrides,
});
export const anAssignedBooth = (overrides: Partial<AssignedBooth> = {}): AssignedBooth => ({
  ...anAvailableBooth(),
  status: "assigned",
  organizationId: lanhai,
  ...overrides,
});
export const aBlockedBooth = (): BlockedBooth => ({ ...anAvailableBooth(), status: "blocked", reason: "Emergency exit" });

export const aFair = (overrides: Partial<PlannedFair> = {}): PlannedFair => {
  const { name, place, timeZone, rules, slots } = fairPlanned.example;
  const [{ startsAt, endsAt }] = slots as [(typeof slots)[0]];
  return {
    status: "planned",
    id: fairId,
    name,
    place,
    timeZone,
    rules,
    slots,
    startsAt,
    endsAt,
    halls: [],
    zones: [],
    ...overrides,
  };
};
