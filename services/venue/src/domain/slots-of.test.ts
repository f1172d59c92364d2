import { Refusal } from "@rialto/contracts/kernel/refusal";
import { TimeSlot } from "@rialto/contracts/venue/events";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slotsOf } from "./slots-of.ts";

const ids = (...args: Parameters<typeof slotsOf>) => slotsOf(...args).map(({ slotId }) => slotId);
const refusalOf = (...args: Parameters<typeof slotsOf>) => {
  try {
    return slotsOf(...args).length;
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe("slotsOf", () => {
  test("a day in Shishi, with a break; a remainder is no slot", () => {
    const periods = [
      { date: "2026-09-01", opens: "14:00", closes: "15:15" },
      { date: "2026-09-01", opens: "09:30", closes: "10:30" },
    ];
    expect(ids(periods, "Asia/Shanghai", 30)).toEqual(["d1-0930", "d1-1000", "d1-1400", "d1-1430"]);
    expect(slotsOf(periods, "Asia/Shanghai", 30)[0]).toEqual({
      slotId: "d1-0930",
      startsAt: "2026-09-01T01:30:00.000Z",
      endsAt: "2026-09-01T02:00:00.000Z",
    });
  });

  test("days are counted by the calendar, a free day included", () => {
    const periods = ["2026-09-01", "2026-09-03"].map((date) => ({ date, opens: "09:00", closes: "10:00" }));
    expect(ids(periods, "Asia/Shanghai", 60)).toEqual(["d1-0900", "d3-0900"]);
  });

  test("an evening that crosses midnight goes on into the next day", () => {
    const periods = [{ date: "2026-09-01", opens: "23:00", closes: "01:00" }];
    expect(ids(periods, "Asia/Shanghai", 30)).toEqual(["d1-2300", "d1-2330", "d2-0000", "d2-0030"]);
  });

  test("the night the clocks go back has its hour twice, and every id once", () => {
    const periods = [{ date: "2026-10-25", opens: "01:00", closes: "04:00" }];
    expect(ids(periods, "Europe/Berlin", 60)).toEqual(["d1-0100", "d1-0200", "d1-2600", "d1-0300"]);
  });

  test("the night the clocks go forward is an hour shorter", () => {
    const periods = [{ date: "2026-03-29", opens: "01:00", closes: "04:00" }];
    expect(ids(periods, "Europe/Berlin", 60)).toEqual(["d1-0100", "d1-0300"]);
  });

  test("whatever the zone, the day and the length: ids are valid and unique, slots are in order and never overlap", () => {
    const zone = fc.constantFrom(
      "Asia/Shanghai",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
    );
    const day = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
    const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
    const property = fc.property(
      zone,
      day,
      time,
      time,
      fc.integer({ min: 5, max: 120 }),
      (timeZone, date, opens, closes, length) => {
        const period = { date: date.toISOString().slice(0, 10), opens, closes };
        let slots: ReturnType<typeof slotsOf>;
        try {
          slots = slotsOf([period], timeZone, length);
        } catch (error) {
          if (error instanceof Refusal) return;
          throw error;
        }
        for (const [index, slot] of slots.entries()) {
          TimeSlot.parse(slot);
          expect(Date.parse(slot.endsAt) - Date.parse(slot.startsAt)).toBe(length * 60_000);
          if (index > 0) expect(slot.startsAt >= (slots[index - 1]?.endsAt ?? "")).toBe(true);
        }
        expect(new Set(slots.map(({ slotId }) => slotId)).size).toBe(slots.length);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  const hours = (date: string, opens: string, closes: string) => ({ date, opens, closes });

  test("OPENING_PERIODS_OVERLAP", () => {
    const periods = [hours("2026-09-01", "09:00", "12:00"), hours("2026-09-01", "11:59", "13:00")];
    expect(refusalOf(periods, "Asia/Shanghai", 30)).toBe("OPENING_PERIODS_OVERLAP");
    const night = [hours("2026-09-01", "22:00", "02:00"), hours("2026-09-02", "01:00", "03:00")];
    expect(refusalOf(night, "Asia/Shanghai", 30)).toBe("OPENING_PERIODS_OVERLAP");
  });

  test("OPENING_PERIOD_TOO_SHORT", () => {
    expect(refusalOf([hours("2026-09-01", "09:00", "09:29")], "Asia/Shanghai", 30)).toBe("OPENING_PERIOD_TOO_SHORT");
  });

  test("FAIR_TOO_LONG: a hundredth day, or more than a thousand slots", () => {
    const ends = [hours("2026-01-01", "09:00", "10:00"), hours("2026-04-10", "09:00", "10:00")];
    expect(refusalOf(ends, "Asia/Shanghai", 30)).toBe("FAIR_TOO_LONG");
    const days = Array.from({ length: 5 }, (_, day) => hours(`2026-09-0${day + 1}`, "00:00", "23:55"));
    expect(refusalOf(days, "Asia/Shanghai", 5)).toBe("FAIR_TOO_LONG");
  });

  test.each(["Shishi/Harbour", "+08:00", ""])("TIME_ZONE_UNKNOWN: %j", (timeZone) => {
    expect(refusalOf([hours("2026-09-01", "09:00", "12:00")], timeZone, 30)).toBe("TIME_ZONE_UNKNOWN");
  });
});
