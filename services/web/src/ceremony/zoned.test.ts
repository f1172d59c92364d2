import { expect, test } from "vitest";
import { dateAt, instantAt } from "./zoned.ts";

test.each([
  ["2026-09-01", "10:30", "Asia/Shanghai", "2026-09-01T02:30:00.000Z"],
  ["2026-03-29", "03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25", "23:00", "America/Sao_Paulo", "2026-10-26T02:00:00.000Z"],
  ["2026-09-01", "", "Asia/Shanghai", undefined],
])("given %s %s on the clocks of %s, then that instant", (date, time, zone, instant) => {
  expect(instantAt(date, time, zone)).toBe(instant);
});

test("given an evening in London, when it is tomorrow at the fair, then the fair's date", () => {
  expect(dateAt(Date.parse("2026-08-31T20:00:00Z"), "Asia/Shanghai")).toBe("2026-09-01");
});
