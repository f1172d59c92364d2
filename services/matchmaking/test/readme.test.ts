import { matchmakingEvents } from "@rialto/contracts/matchmaking/events";
import { matchmakingOperations } from "@rialto/contracts/matchmaking/operations";
import { matchmakingRefusals } from "@rialto/contracts/matchmaking/refusals";
import { deadLinks, missingInReadme } from "@rialto/testing/service-readme";
import { expect, test } from "vitest";
import type { MatchmakingDeps } from "../src/deps.ts";
import { createMatchmakingService } from "../src/service.ts";

const readme = new URL("../README.md", import.meta.url);
// Composing only names things: nothing is read from what it is given, except the worker's name.
const service = createMatchmakingService({ live: { worker: { name: "" } } } as unknown as MatchmakingDeps);

test("the README names every operation, refusal, event out and event in", async () => {
  const eventsIn = (service.reactions ?? []).map(({ definition }) => definition);
  const promises = { operations: matchmakingOperations, refusals: matchmakingRefusals, eventsOut: matchmakingEvents, eventsIn };
  expect(await missingInReadme(readme, promises)).toEqual([]);
});

test("every file that the README points to is there", async () => {
  expect(await deadLinks(readme)).toEqual([]);
});

test("every operation of the contracts has its route, and no other", () => {
  const routes = (service.routes ?? []).map(({ operation }) => operation.id).sort();
  expect(routes).toEqual(
    Object.values(matchmakingOperations)
      .map(({ id }) => id)
      .sort(),
  );
});
