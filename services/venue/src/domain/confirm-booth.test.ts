import { boothAssigned } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import {
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
import { confirmBooth } from "./confirm-booth.ts";

const command = { fairId, organizationId: lanhai, organization: verified, now };

describe("confirmBooth", () => {
  test("a running hold becomes an assignment that says where meetings can take place", () => {
    const { id: boothId, ...booth } = aHeldBooth();
    const { hallId, zoneId, code, meetingCapacity } = booth;
    const place = { boothId, fairId, organizationId: lanhai, hallId, zoneId, code, meetingCapacity, assignedAt: now };
    given({ ...booth, id: boothId })
      .when(confirmBooth, command)
      .then([boothAssigned.draft(place)]);
  });

  test("confirmed twice is confirmed once", () => {
    given(anAssignedBooth()).when(confirmBooth, command).thenNothing();
  });

  test("BOOTH_HELD_BY_ANOTHER: the screen was a moment behind", () => {
    given(aHeldBooth({ organizationId: other }))
      .when(confirmBooth, command)
      .thenRefused("BOOTH_HELD_BY_ANOTHER");
  });

  test("HOLD_EXPIRED: at its last instant it is over", () => {
    given(aHeldBooth({ holdExpiresAt: now }))
      .when(confirmBooth, command)
      .thenRefused("HOLD_EXPIRED");
    given(aHeldBooth({ holdExpiresAt: later(-1) }))
      .when(confirmBooth, command)
      .thenRefused("HOLD_EXPIRED");
  });

  test("BOOTH_NOT_HELD: available, or another's", () => {
    given(anAvailableBooth()).when(confirmBooth, command).thenRefused("BOOTH_NOT_HELD", { status: "available" });
    given(anAssignedBooth({ organizationId: other }))
      .when(confirmBooth, command)
      .thenRefused("BOOTH_NOT_HELD");
  });

  test("EXHIBITOR_NOT_VERIFIED: rejected while it held", () => {
    const organization = { ...verified, status: "rejected" as const };
    given(aHeldBooth())
      .when(confirmBooth, { ...command, organization })
      .thenRefused("EXHIBITOR_NOT_VERIFIED");
  });
});
