import { notificationRaised } from "@rialto/contracts/gateway/events";
import { gatewayOperations } from "@rialto/contracts/gateway/operations";
import { gatewayRefusals } from "@rialto/contracts/gateway/refusals";
import { deadLinks, missingInReadme } from "@rialto/testing/service-readme";
import { expect, test } from "vitest";

const readme = new URL("../README.md", import.meta.url);

test("the README names every operation, refusal and event", async () => {
  const missing = await missingInReadme(readme, {
    operations: gatewayOperations,
    refusals: gatewayRefusals,
    eventsOut: [notificationRaised],
    eventsIn: [],
  });
  expect(missing).toEqual([]);
});

test("its links lead somewhere", async () => {
  expect(await deadLinks(readme)).toEqual([]);
});
