import { expect, test } from "vitest";
import { fairDays } from "./fair-days.ts";

/** Half hours, one after the other, from an instant on, with the ids of a fair in UTC that began on 1 September. */
const run = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const start = new Date(Date.parse(from) + at * 1_800_000);
    const [startsAt, endsAt] = [start.toISOString(), new Date(start.getTime() + 1_800_000).toISOString()];
    return { slotId: `d${start.getUTCDate()}-${startsAt.slice(11, 16).replace(":", "")}`, startsAt, endsAt };
  });

const daysIn = (slots: ReturnType<typeof run>) => [...fairDays(slots)].map(([slotId, day]) => `${slotId} ${day}`);

test("given an evening that goes on past midnight, then it is one day, and the morning after is the next", () => {
  expect(daysIn([...run("2026-09-01T23:00:00Z", 4), ...run("2026-09-02T09:00:00Z", 1)])).toEqual([
    "d1-2300 1",
    "d1-2330 1",
    "d2-0000 1",
    "d2-0030 1",
    "d2-0900 2",
  ]);
});

test("given a fair that opens in the night, or has a break at noon, then its day is the calendar's", () => {
  expect(daysIn([...run("2026-09-02T03:00:00Z", 1), ...run("2026-09-02T12:00:00Z", 1)])).toEqual(["d2-0300 2", "d2-1200 2"]);
});

test("given a fair around the clock, then its days begin in the morning", () => {
  const days = fairDays(run("2026-09-01T09:00:00Z", 96));
  expect([days.get("d2-0530"), days.get("d2-0600"), days.get("d3-0530"), days.get("d3-0830")]).toEqual([1, 2, 2, 3]);
});
