import { boothBlocked, boothReleased, boothUnblocked } from "@rialto/contracts/venue/events";
import { given, givenEvents } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { aBlockedBooth, aHeldBooth, anAvailableBooth, fairId, lanhai, now } from "../../test/builders.ts";
import { blockBooth } from "./block-booth.ts";
import { type Booth, evolveBooth } from "./booth.ts";
import { effectOf } from "./effects-of.ts";
import { unblockBooth } from "./unblock-booth.ts";

const command = { fairId, reason: "Emergency exit", now };

describe("blockBooth and unblockBooth", () => {
  test("whoever holds the booth loses it first, and the effects say so", () => {
    const booth = aHeldBooth();
    const { id: boothId, code } = booth;
    const lost = { boothId, fairId, organizationId: lanhai, code, was: "held", releasedAt: now } as const;
    const words = { reason: "releasedByOrganizer", note: "Emergency exit" } as const;
    const blocked = boothBlocked.draft({ boothId, fairId, reason: "Emergency exit", blockedAt: now });
    given(booth)
      .when(blockBooth, command)
      .then([boothReleased.draft({ ...lost, ...words }), blocked]);
    const effects = blockBooth(command, booth).flatMap(effectOf);
    expect(effects).toEqual([{ effect: "holdEnds", organizationId: lanhai }, { effect: "boothBlocked" }]);
  });

  test("blocked again for the same reason says nothing, for another reason it does", () => {
    given(aBlockedBooth()).when(blockBooth, command).thenNothing();
    const booth = aBlockedBooth();
    const again = boothBlocked.draft({ boothId: booth.id, fairId, reason: "Power lines", blockedAt: now });
    given(booth)
      .when(blockBooth, { ...command, reason: "Power lines" })
      .then([again]);
  });

  test("an unblocked booth is available again, and unblocking an open one says nothing", () => {
    const booth = anAvailableBooth();
    const blocked = blockBooth(command, booth);
    const unblocked = boothUnblocked.draft({ boothId: booth.id, fairId, unblockedAt: now });
    givenEvents<Booth, (typeof blocked)[number]>(evolveBooth, booth, blocked)
      .when(unblockBooth, { fairId, now })
      .then([unblocked]);
    expect([...blocked, unblocked].reduce(evolveBooth, booth as Booth)).toEqual(booth);
    given(booth).when(unblockBooth, { fairId, now }).thenNothing();
  });
});
