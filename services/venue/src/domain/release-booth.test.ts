import { boothReleased } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aBlockedBooth, aHeldBooth, anAssignedBooth, anAvailableBooth, fairId, lanhai, now, other } from "../../test/builders.ts";
import { releaseBooth } from "./release-booth.ts";

const command = { fairId, ownOrganizationIds: [lanhai], now };

describe("releaseBooth", () => {
  test.each([aHeldBooth(), anAssignedBooth()])("what one has ($status) is given back", (booth) => {
    const { id: boothId, code, status: was } = booth;
    const givenBack = { boothId, fairId, organizationId: lanhai, code, was, reason: "givenBack", releasedAt: now } as const;
    given(booth)
      .when(releaseBooth, command)
      .then([boothReleased.draft(givenBack)]);
  });

  test("a free booth needs no release", () => {
    given(anAvailableBooth()).when(releaseBooth, command).thenNothing();
  });

  test("NOT_YOUR_BOOTH: another's hold or assignment, or a blocked booth", () => {
    given(aHeldBooth({ organizationId: other }))
      .when(releaseBooth, command)
      .thenRefused("NOT_YOUR_BOOTH");
    given(anAssignedBooth({ organizationId: other }))
      .when(releaseBooth, command)
      .thenRefused("NOT_YOUR_BOOTH");
    given(aBlockedBooth()).when(releaseBooth, command).thenRefused("NOT_YOUR_BOOTH");
  });
});
