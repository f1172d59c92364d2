import { describe, expect, test } from "vitest";
import { openingPeriods } from "./opening-periods.ts";

describe("the demo fair is on when it is first started", () => {
  test("in the morning it opened an hour ago", () => {
    expect(openingPeriods(new Date("2026-09-01T03:20:00Z"), "Asia/Shanghai")).toEqual([
      { date: "2026-09-01", opens: "10:00", closes: "19:00" },
      { date: "2026-09-02", opens: "09:00", closes: "18:00" },
    ]);
  });

  test("late in the evening it goes on past midnight, and the second day still comes after it", () => {
    expect(openingPeriods(new Date("2026-09-01T15:50:00Z"), "Asia/Shanghai")).toEqual([
      { date: "2026-09-01", opens: "22:00", closes: "07:00" },
      { date: "2026-09-02", opens: "09:00", closes: "18:00" },
    ]);
  });

  test("just after midnight it opened at midnight", () => {
    expect(openingPeriods(new Date("2026-08-31T16:10:00Z"), "Asia/Shanghai")[0]).toMatchObject({
      opens: "00:00",
      closes: "09:00",
    });
  });
});
