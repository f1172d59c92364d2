import { expect, test } from "vitest";
import { allBooths, type Booth, countsOf } from "./booths.ts";

const booth = (code: string, status: Booth["status"]): Booth => ({
  boothId: code,
  version: 1,
  code,
  kind: "inline",
  at: [0, 0, 4, 4],
  status,
});
const free = booth("A-001", "available");
const plan = { zones: [{ zoneId: "z", hallId: "h", booths: [free, booth("A-002", "held")] }] };

test("given a plan, when read again with the same booth, then it is the same object, and nothing is drawn anew", () => {
  const [one] = allBooths(plan);
  const [again] = allBooths({ zones: [{ zoneId: "z", hallId: "h", booths: [free] }] });
  expect(one).toBe(again);
  expect(one).toMatchObject({ code: "A-001", zoneId: "z", hallId: "h" });
});

test("given booths, when counted, then every status has a number", () => {
  expect(countsOf(allBooths(plan))).toEqual({ available: 1, held: 1, assigned: 0, blocked: 0 });
});
