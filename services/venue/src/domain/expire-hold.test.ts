import { boothReleased } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aHeldBooth, anAssignedBooth, fairId, lanhai, later, now, other } from "../../test/builders.ts";
import { expireHold } from "./expire-hold.ts";
import { releaseForRejected } from "./release-for-rejected.ts";

describe("expireHold", () => {
  test("at its last instant a hold ends", () => {
    const booth = aHeldBooth({ holdExpiresAt: now });
    const { id: boothId, code } = booth;
    const ended = { boothId, fairId, organizationId: lanhai, code, was: "held", reason: "holdExpired", releasedAt: now } as const;
    given(booth)
      .when(expireHold, { now })
      .then([boothReleased.draft(ended)]);
  });

  test("a running hold and an assigned booth are left alone", () => {
    given(aHeldBooth({ holdExpiresAt: later(1) }))
      .when(expireHold, { now })
      .thenNothing();
    given(anAssignedBooth()).when(expireHold, { now }).thenNothing();
  });
});

describe("releaseForRejected", () => {
  test("ends what the rejected organization has, and nothing of others", () => {
    const booth = anAssignedBooth();
    const { id: boothId, code } = booth;
    const lost = { boothId, fairId, organizationId: lanhai, code, was: "assigned", releasedAt: now } as const;
    const command = { organizationId: lanhai, now };
    given(booth)
      .when(releaseForRejected, command)
      .then([boothReleased.draft({ ...lost, reason: "organizationRejected" })]);
    given(anAssignedBooth({ organizationId: other }))
      .when(releaseForRejected, command)
      .thenNothing();
  });
});
