import { registryEvents } from "@rialto/contracts/registry/events";
import { registryOperations } from "@rialto/contracts/registry/operations";
import { registryRefusals } from "@rialto/contracts/registry/refusals";
import { deadLinks, missingInReadme } from "@rialto/testing/service-readme";
import { expect, test } from "vitest";
import type { RegistryDeps } from "../src/deps.ts";
import { reactionsOf } from "../src/service.ts";

const readme = new URL("../README.md", import.meta.url);

test("the README names every operation, refusal and event", async () => {
  // Reactions use their dependencies when an event comes, not before.
  const eventsIn = reactionsOf({} as RegistryDeps).map(({ definition }) => definition);
  const promises = { operations: registryOperations, refusals: registryRefusals, eventsOut: registryEvents, eventsIn };
  expect(await missingInReadme(readme, promises)).toEqual([]);
});

test("what the README links to is there", async () => {
  expect(await deadLinks(readme)).toEqual([]);
});
