import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import styles from "./day.module.css";
import { useFairDays } from "./use-fair-days.ts";

/** The fair's days, by number, with the beginning of their first slot. */
function useDays(): [number, string][] {
  const { fair } = usePlace();
  const days = useFairDays();
  const first = new Map<number, string>();
  for (const { slotId, startsAt } of fair.slots) {
    const day = days.get(slotId);
    if (day !== undefined && !first.has(day)) first.set(day, startsAt);
  }
  return [...first];
}

/** Today, or else the first day that is still to come. */
export function useChosenDay() {
  const { fair } = usePlace();
  const days = useFairDays();
  const coming = fair.slots.find(({ endsAt }) => Date.parse(endsAt) > Date.now()) ?? fair.slots.at(-1);
  return useState((coming && days.get(coming.slotId)) ?? 1);
}

export function DayChooser({ chosen, choose }: { chosen: number; choose: (day: number) => void }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const days = useDays();
  if (days.length < 2) return null;
  return (
    <div className={styles.days} role="group" aria-label={t("day.choose")}>
      {days.map(([day, startsAt]) => (
        <button key={day} type="button" aria-pressed={day === chosen} onClick={() => choose(day)}>
          {format.day(startsAt)}
        </button>
      ))}
    </div>
  );
}
