import { useTranslation } from "react-i18next";
import { useFormat } from "../language/use-format.ts";
import { useNow } from "./use-now.ts";

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Minutes and seconds until an instant; 00:00 once it has passed. */
export function clockUntil(instant: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  return `${hours > 0 ? `${hours}:` : ""}${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
}

/** The time left, second by second. */
export function Countdown({ until }: { until: string }) {
  const now = useNow(1_000);
  return (
    <time dateTime={until} role="timer" translate="no">
      {clockUntil(until, now)}
    </time>
  );
}

/** "12 min left", renewed now and then. */
export function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslation();
  const { fromNow } = useFormat();
  const now = useNow();
  return (
    <time dateTime={until}>{Date.parse(until) <= now ? t("time.over") : t("time.expires", { when: fromNow(until, now) })}</time>
  );
}
