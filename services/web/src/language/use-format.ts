import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isMarked } from "./current-language.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Money {
  readonly minorUnits: number;
  readonly currency: string;
}

export function formatters(locale: string, timeZone: string | undefined) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", ...zone });
  const dateKey = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", ...zone });
  const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", ...zone });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", ...zone });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", ...zone });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const tongues = new Intl.DisplayNames(locale, { type: "language" });
  return {
    time: (instant: string) => time.format(new Date(instant)),
    day: (instant: string) => day.format(new Date(instant)),
    /** "10:00" today, "Mon 10:00" within a week, and with the date beyond. */
    when(instant: string, now = Date.now()) {
      const at = new Date(instant);
      if (dateKey.format(at) === dateKey.format(now)) return time.format(at);
      const isNear = Math.abs(at.getTime() - now) < 6 * DAY_MS;
      return `${(isNear ? weekday : day).format(at)} ${time.format(at)}`;
    },
    date: (instant: string) => date.format(new Date(instant)),
    moment: (instant: string) => moment.format(new Date(instant)),
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    country: (code: string) => countries.of(code) ?? code,
    language: (code: string) => tongues.of(code) ?? code,
    /** "in 12 min", "3 hr ago". */
    fromNow(instant: string, now: number) {
      const minutes = Math.round((Date.parse(instant) - now) / MINUTE_MS);
      if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
      const hours = Math.round(minutes / 60);
      return Math.abs(hours) < 48 ? relative.format(hours, "hour") : relative.format(Math.round(hours / 24), "day");
    },
    money({ minorUnits, currency }: Money) {
      const style = new Intl.NumberFormat(locale, { style: "currency", currency });
      const digits = style.resolvedOptions().maximumFractionDigits ?? 2;
      return style.format(minorUnits / 10 ** digits);
    },
  };
}

export type Format = ReturnType<typeof formatters>;

/** In the test's marker language what Intl writes is bracketed too. */
const marked = (format: Format): Format =>
  Object.fromEntries(
    Object.entries(format).map(([name, write]) => [
      name,
      (...args: never[]) => `⟦${(write as (...a: never[]) => string)(...args)}⟧`,
    ]),
  ) as Format;

/** Dates, numbers, money, countries and languages in the language of the screen; times in the given zone. */
export function useFormat(timeZone?: string): Format {
  const { i18n } = useTranslation();
  const locale = i18n.language === "zh" ? "zh-CN" : "en-GB";
  return useMemo(() => (isMarked() ? marked(formatters(locale, timeZone)) : formatters(locale, timeZone)), [locale, timeZone]);
}
