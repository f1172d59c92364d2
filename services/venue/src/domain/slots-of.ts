import type { TimeSlot } from "@rialto/contracts/venue/events";
import { refuseInVenue } from "@rialto/contracts/venue/refusals";
import type { OpeningPeriod } from "@rialto/contracts/venue/shapes";
import { Temporal } from "temporal-polyfill";

/** Slot ids have two digits for the day. */
const MOST_DAYS = 99;
const MOST_SLOTS = 1_000;

interface OpenTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Throws `TIME_ZONE_UNKNOWN`; offsets such as +08:00 are no names of zones. */
export function checkTimeZone(timeZone: string): void {
  try {
    if (!/^[A-Za-z]/.test(timeZone)) throw new RangeError(timeZone);
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  } catch {
    throw refuseInVenue("TIME_ZONE_UNKNOWN");
  }
}

/** A wall time that the clocks skip moves forward, one that they show twice means the first. */
function openTimeOf({ date, opens, closes }: OpeningPeriod, timeZone: string): OpenTime {
  const day = Temporal.PlainDate.from(date);
  const lastDay = closes <= opens ? day.add({ days: 1 }) : day;
  const at = (on: Temporal.PlainDate, time: string) =>
    on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  return { startsAt: at(day, opens), endsAt: at(lastDay, closes) };
}

/**
 * `d2-0930`: the calendar day counted from the fair's first, and the wall time. When clocks are set back, a time comes
 * twice in one night; the second one gets 24 hours more, `d2-2530`, so that ids stay unique.
 */
function slotIdOf(startsAt: number, timeZone: string, firstDay: Temporal.PlainDate): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone);
  const day = firstDay.until(zoned.toPlainDate(), { largestUnit: "days" }).days + 1;
  if (day > MOST_DAYS) throw refuseInVenue("FAIR_TOO_LONG");
  const first = zoned.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const hour = first.epochMilliseconds === startsAt ? zoned.hour : zoned.hour + 24;
  return `d${day}-${String(hour).padStart(2, "0")}${String(zoned.minute).padStart(2, "0")}`;
}

function startsWithin({ startsAt, endsAt }: OpenTime, lengthMs: number): number[] {
  const count = Math.floor((endsAt - startsAt) / lengthMs);
  if (count === 0) throw refuseInVenue("OPENING_PERIOD_TOO_SHORT");
  return Array.from({ length: count }, (_, index) => startsAt + index * lengthMs);
}

function checkApart(sorted: readonly OpenTime[]): void {
  const meets = sorted.some((period, index) => period.startsAt < (sorted[index - 1]?.endsAt ?? Number.NEGATIVE_INFINITY));
  if (meets) throw refuseInVenue("OPENING_PERIODS_OVERLAP");
}

/**
 * The fair's grid: each opening period is cut into slots of equal length from its opening on; a remainder at the end is
 * no slot. In order of time. Throws `TIME_ZONE_UNKNOWN`, `OPENING_PERIODS_OVERLAP`, `OPENING_PERIOD_TOO_SHORT`, `FAIR_TOO_LONG`.
 */
export function slotsOf(periods: readonly OpeningPeriod[], timeZone: string, slotMinutes: number): TimeSlot[] {
  checkTimeZone(timeZone);
  const open = periods.map((period) => openTimeOf(period, timeZone)).sort((a, b) => a.startsAt - b.startsAt);
  checkApart(open);
  const lengthMs = slotMinutes * 60_000;
  const starts = open.flatMap((period) => startsWithin(period, lengthMs));
  if (starts.length > MOST_SLOTS) throw refuseInVenue("FAIR_TOO_LONG");
  const firstDay = Temporal.Instant.fromEpochMilliseconds(starts[0] ?? 0)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return starts.map((startsAt) => ({
    slotId: slotIdOf(startsAt, timeZone, firstDay),
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + lengthMs).toISOString(),
  }));
}
