import { expect, test } from "vitest";
import type { PlacedBooth } from "../floor/booths.ts";
import { heldBy, ranOut } from "./holds.ts";
import { nearestFree } from "./nearest.ts";

const booth = (code: string, x: number, overrides: Partial<PlacedBooth> = {}): PlacedBooth => ({
  boothId: code,
  version: 1,
  code,
  kind: "inline",
  at: [x, 0, 3, 3],
  status: "available",
  zoneId: "zone",
  hallId: "hall",
  ...overrides,
});
const codes = (booths: readonly PlacedBooth[]) => booths.map(({ code }) => code);

test("given a booth that is lost, when others are proposed, then the nearest free ones of its hall come, its own kind first", () => {
  const all = [
    booth("A", 0, { status: "held" }),
    booth("B", 9),
    booth("C", 3, { status: "blocked" }),
    booth("D", 6, { kind: "corner" }),
    booth("E", 1, { hallId: "other" }),
    booth("F", 6, { at: [0, 6, 3, 3] }),
    booth("G", 30),
  ];
  expect(codes(nearestFree(all, booth("A", 0)))).toEqual(["F", "D", "B"]);
});

const until = "2026-09-01T10:00:00.000Z";
const held = booth("A", 0, { status: "held", organizationId: "us", holdExpiresAt: until });
const after = Date.parse(until) + 1;

test("given a hold whose time is over, when the booth is free again or another's, then it ran out", () => {
  const before = heldBy([held, booth("B", 3)], "us");
  expect([...before.keys()]).toEqual(["A"]);
  expect(ranOut(before, [booth("A", 0)], "us", after)).toBe("A");
  expect(ranOut(before, [booth("A", 0, { status: "held", organizationId: "them" })], "us", after)).toBe("A");
});

test("given a hold that was confirmed, given back early, or still stands, then nothing ran out", () => {
  const before = heldBy([held], "us");
  expect(ranOut(before, [booth("A", 0, { status: "assigned", organizationId: "us" })], "us", after)).toBeUndefined();
  expect(ranOut(before, [booth("A", 0)], "us", Date.parse(until) - 60_000)).toBeUndefined();
  expect(ranOut(before, [held], "us", after)).toBeUndefined();
});
