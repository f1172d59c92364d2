import { boothReleased } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aBlockedBooth, anAssignedBooth, anAvailableBooth, fairId, lanhai, now } from "../../test/builders.ts";
import { releaseBoothAsOrganizer } from "./release-booth-as-organizer.ts";

const command = { fairId, reason: "The stage moves.", now };

describe("releaseBoothAsOrganizer", () => {
  test("the release carries the organizer's words", () => {
    const booth = anAssignedBooth();
    const { id: boothId, code } = booth;
    const released = { boothId, fairId, organizationId: lanhai, code, was: "assigned", releasedAt: now } as const;
    const words = { reason: "releasedByOrganizer", note: "The stage moves." } as const;
    given(booth)
      .when(releaseBoothAsOrganizer, command)
      .then([boothReleased.draft({ ...released, ...words })]);
  });

  test("a free booth needs no release", () => {
    given(anAvailableBooth()).when(releaseBoothAsOrganizer, command).thenNothing();
  });

  test("BOOTH_IS_BLOCKED: it is unblocked, not released", () => {
    given(aBlockedBooth()).when(releaseBoothAsOrganizer, command).thenRefused("BOOTH_IS_BLOCKED");
  });
});
