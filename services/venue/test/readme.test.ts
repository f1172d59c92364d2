import { venueEvents } from "@rialto/contracts/venue/events";
import { venueOperations } from "@rialto/contracts/venue/operations";
import { venueRefusals } from "@rialto/contracts/venue/refusals";
import { deadLinks, missingInReadme } from "@rialto/testing/service-readme";
import { expect, test } from "vitest";
import type { VenueDeps } from "../src/deps.ts";
import { reactionsOf } from "../src/service.ts";

const readme = new URL("../README.md", import.meta.url);

test("the README names every operation, refusal and event", async () => {
  // Reactions use their dependencies when an event comes, not before.
  const eventsIn = reactionsOf({} as VenueDeps).map(({ definition }) => definition);
  const promises = { operations: venueOperations, refusals: venueRefusals, eventsOut: venueEvents, eventsIn };
  expect(await missingInReadme(readme, promises)).toEqual([]);
});

test("what the README links to is there", async () => {
  expect(await deadLinks(readme)).toEqual([]);
});
