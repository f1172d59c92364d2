import { boothAssigned, boothReleased } from "@rialto/contracts/venue/events";
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
import { assignBooth } from "./assign-booth.ts";
import type { ExistingBooth } from "./booth.ts";

const command = { fairId, organizationId: lanhai, organization: verified, now };
const assignment = ({ id: boothId, hallId, zoneId, code, meetingCapacity }: ExistingBooth) =>
  boothAssigned.draft({ boothId, fairId, organizationId: lanhai, hallId, zoneId, code, meetingCapacity, assignedAt: now });

describe("assignBooth", () => {
  test.each([anAvailableBooth(), aHeldBooth(), aHeldBooth({ holdExpiresAt: later(-5) })])(
    "a free booth, or one that the exhibitor itself holds or held, is assigned",
    (booth) =>
      given<ExistingBooth>(booth)
        .when(assignBooth, command)
        .then([assignment(booth)]),
  );

  test("another's hold that is over ends first", () => {
    const booth = aHeldBooth({ organizationId: other, holdExpiresAt: now });
    const { id: boothId, code } = booth;
    const ended = { boothId, fairId, organizationId: other, code, was: "held", reason: "holdExpired", releasedAt: now } as const;
    given(booth)
      .when(assignBooth, command)
      .then([boothReleased.draft(ended), assignment(booth)]);
  });

  test("assigned twice is assigned once", () => {
    given(anAssignedBooth()).when(assignBooth, command).thenNothing();
  });

  test("BOOTH_NOT_AVAILABLE: another's running hold or booth", () => {
    given(aHeldBooth({ organizationId: other }))
      .when(assignBooth, command)
      .thenRefused("BOOTH_NOT_AVAILABLE", { status: "held" });
    given(anAssignedBooth({ organizationId: other }))
      .when(assignBooth, command)
      .thenRefused("BOOTH_NOT_AVAILABLE");
  });

  test("BOOTH_IS_BLOCKED", () => {
    given(aBlockedBooth()).when(assignBooth, command).thenRefused("BOOTH_IS_BLOCKED");
  });

  test("EXHIBITOR_NOT_VERIFIED", () => {
    given(anAvailableBooth())
      .when(assignBooth, { ...command, organization: undefined })
      .thenRefused("EXHIBITOR_NOT_VERIFIED");
  });
});
