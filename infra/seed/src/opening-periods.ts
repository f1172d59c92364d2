import type { OpeningPeriod } from "@rialto/contracts/venue/shapes";

const HOURS_OPEN = 9;

const dateIn = (timeZone: string, at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
const hourIn = (timeZone: string, at: Date) =>
  Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(at));
const clock = (hour: number) => `${String(hour % 24).padStart(2, "0")}:00`;

/**
 * Two days, so laid that the fair is on when somebody starts it: the first opens in the hour before, whatever the time of
 * day; the second is an ordinary day, nine to six.
 */
export function openingPeriods(now: Date, timeZone: string): OpeningPeriod[] {
  const opens = Math.max(0, hourIn(timeZone, now) - 1);
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  return [
    { date: dateIn(timeZone, now), opens: clock(opens), closes: clock(opens + HOURS_OPEN) },
    { date: dateIn(timeZone, tomorrow), opens: "09:00", closes: "18:00" },
  ];
}
