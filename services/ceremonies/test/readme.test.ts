import {
  ceremoniesEvents,
  ceremonyAborted,
  ceremonyCompleted,
  itemCompleted,
  runOfShowSet,
} from "@rialto/contracts/ceremonies/events";
import { ceremoniesOperations } from "@rialto/contracts/ceremonies/operations";
import { ceremoniesRefusals } from "@rialto/contracts/ceremonies/refusals";
import { meetingHeld } from "@rialto/contracts/matchmaking/events";
import { organizationChanged, organizationRegistered, representativeAdded } from "@rialto/contracts/registry/events";
import { deadLinks, missingInReadme } from "@rialto/testing/service-readme";
import { expect, test } from "vitest";

const readme = new URL("../README.md", import.meta.url);

test("the README names every operation, refusal and event", async () => {
  const missing = await missingInReadme(readme, {
    operations: ceremoniesOperations,
    refusals: ceremoniesRefusals,
    eventsOut: ceremoniesEvents,
    eventsIn: [
      organizationRegistered,
      organizationChanged,
      representativeAdded,
      meetingHeld,
      itemCompleted,
      runOfShowSet,
      ceremonyCompleted,
      ceremonyAborted,
    ],
  });
  expect(missing).toEqual([]);
});

test("its links lead somewhere", async () => {
  expect(await deadLinks(readme)).toEqual([]);
});
