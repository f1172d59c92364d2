import { expect, test } from "vitest";
import { clockUntil } from "./Countdown.tsx";

const at = Date.parse("2026-09-01T02:00:00Z");

test.each([
  ["2026-09-01T02:00:05.200Z", "00:06"],
  ["2026-09-01T02:29:59Z", "29:59"],
  ["2026-09-01T04:03:02Z", "2:03:02"],
  ["2026-09-01T01:00:00Z", "00:00"],
])("given a hold until %s, when two o'clock is now, then the clock says %s", (until, clock) => {
  expect(clockUntil(until, at)).toBe(clock);
});
