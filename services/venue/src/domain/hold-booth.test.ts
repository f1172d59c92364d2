import { boothHeld, boothReleased } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import {
  aBlockedBooth,
  aHeldBooth,
  anAssignedBooth,
  anAvailableBooth,
  fairId,
  lanhai,
  later,
  now,
  other,
  verified,
} from "../../test/builders.ts";
import { noBooth } from "./booth.ts";
import { holdBooth } from "./hold-booth.ts";

const command = { fairId, organizationId: lanhai, ownOrganizationIds: [lanhai], organization: verified, holdMinutes: 30, now };

describe("holdBooth", () => {
  test("a free booth is held for the fair's time", () => {
    const booth = anAvailableBooth();
    const held = { boothId: booth.id, fairId, organizationId: lanhai, heldAt: now, holdExpiresAt: later(30) };
    given(booth)
      .when(holdBooth, command)
      .then([boothHeld.draft(held)]);
  });

  test("a hold that is over gives way in the same write", () => {
    const booth = aHeldBooth({ organizationId: other, holdExpiresAt: now });
    const { id: boothId, code } = booth;
    const ended = { boothId, fairId, organizationId: other, code, was: "held", reason: "holdExpired", releasedAt: now } as const;
    const held = { boothId, fairId, organizationId: lanhai, heldAt: now, holdExpiresAt: later(30) };
    given(booth)
      .when(holdBooth, command)
      .then([boothReleased.draft(ended), boothHeld.draft(held)]);
  });

  test("asking again does not prolong a hold", () => {
    given(aHeldBooth({ holdExpiresAt: later(1) }))
      .when(holdBooth, command)
      .thenNothing();
  });

  test("BOOTH_NOT_AVAILABLE: another's hold that runs for one more millisecond", () => {
    const holdExpiresAt = "2026-08-03T02:00:00.001Z";
    const held = aHeldBooth({ organizationId: other, holdExpiresAt });
    given(held).when(holdBooth, command).thenRefused("BOOTH_NOT_AVAILABLE", { status: "held" });
  });

  test("BOOTH_NOT_AVAILABLE: an assigned booth, one's own too", () => {
    given(anAssignedBooth({ organizationId: other }))
      .when(holdBooth, command)
      .thenRefused("BOOTH_NOT_AVAILABLE");
    given(anAssignedBooth()).when(holdBooth, command).thenRefused("BOOTH_NOT_AVAILABLE");
  });

  test("BOOTH_IS_BLOCKED", () => {
    given(aBlockedBooth()).when(holdBooth, command).thenRefused("BOOTH_IS_BLOCKED");
  });

  test("NOT_YOUR_EXHIBITOR: for an organization that the caller does not represent", () => {
    given(anAvailableBooth())
      .when(holdBooth, { ...command, ownOrganizationIds: [other] })
      .thenRefused("NOT_YOUR_EXHIBITOR");
  });

  test.each([
    ["unknown", undefined],
    ["not verified yet", { ...verified, status: "registered" as const }],
    ["rejected", { ...verified, status: "rejected" as const }],
    ["a buyer", { ...verified, role: "buyer" }],
    ["of another fair", { ...verified, fairId: other }],
  ])("EXHIBITOR_NOT_VERIFIED: %s", (_, organization) => {
    given(anAvailableBooth())
      .when(holdBooth, { ...command, organization })
      .thenRefused("EXHIBITOR_NOT_VERIFIED");
  });

  test("BOOTH_NOT_FOUND: no such booth, or one of another fair", () => {
    given(noBooth).when(holdBooth, command).thenRefused("BOOTH_NOT_FOUND");
    given(anAvailableBooth({ fairId: other }))
      .when(holdBooth, command)
      .thenRefused("BOOTH_NOT_FOUND");
  });
});
