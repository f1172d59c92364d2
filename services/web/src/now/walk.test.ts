import { expect, test } from "vitest";
import { type Plan, spotOf, wayBetween } from "./walk.ts";

const booth = (boothId: string, x: number) => ({
  boothId,
  version: 1,
  code: boothId,
  kind: "inline" as const,
  at: [x, 0, 4, 4] as [number, number, number, number],
  status: "assigned" as const,
});
const plan: Plan = {
  zones: [
    { zoneId: "z1", hallId: "h1", booths: [booth("a", 0), booth("b", 110)] },
    { zoneId: "z2", hallId: "h2", booths: [booth("c", 0)] },
  ],
};
const spot = (boothId: string) => spotOf(plan, boothId)!;

test("given two booths of one hall, when walking along the aisles, then the minutes are rounded up and never none", () => {
  expect(wayBetween(spot("a"), spot("b"))).toBe(3);
  expect(wayBetween(spot("a"), spot("a"))).toBe("same");
});

test("given booths of two halls or none, when asked, then no number is invented", () => {
  expect(wayBetween(spot("a"), spot("c"))).toBe("otherHall");
  expect(spotOf(plan, "x")).toBeUndefined();
});
