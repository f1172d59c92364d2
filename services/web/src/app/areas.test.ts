import { everyFairRole } from "@rialto/contracts/kernel/policy";
import { expect, test } from "vitest";
import { areasOf, homeOf } from "./areas.ts";

test("given any role, when a person signs in, then there is a place to begin and at most five areas to choose from", () => {
  for (const role of everyFairRole) {
    expect(areasOf([role]).length, role).toBeGreaterThan(0);
    expect(areasOf([role]).length, role).toBeLessThanOrEqual(5);
  }
  expect(homeOf(["buyer"])).toBe("/now");
  expect(homeOf(["ceremonyHost"])).toBe("/ceremonies");
});
