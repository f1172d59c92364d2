import type { dayOf } from "@rialto/contracts/matchmaking/operations";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import { useNow } from "../shared/use-now.ts";
import styles from "./day.module.css";
import { MeetingCard } from "./MeetingCard.tsx";
import type { Meeting } from "./meetings.ts";
import { useFairDays } from "./use-fair-days.ts";

type Slot = z.output<typeof dayOf.result>["slots"][number];

/** Meetings that take place or took place; the others free their slot. */
const shown = new Set(["scheduled", "held", "missed"]);

/** The day slot by slot: meetings, what is asked for, and what is free. */
export function Timeline({ slots, meetings, day }: { slots: readonly Slot[]; meetings: readonly Meeting[]; day: number }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const now = useNow();
  const days = useFairDays();
  const bySlot = new Map(meetings.filter(({ status }) => shown.has(status)).map((meeting) => [meeting.slot?.slotId, meeting]));
  return (
    <ol className={styles.timeline}>
      {slots
        .filter(({ slotId }) => days.get(slotId) === day)
        .map((slot) => {
          const meeting = bySlot.get(slot.slotId);
          const isOver = Date.parse(slot.endsAt) <= now;
          const isOn = !isOver && Date.parse(slot.startsAt) <= now;
          if (isOver && meeting === undefined) return null;
          const isFree = meeting === undefined && slot.requestIds.length === 0;
          return (
            <li key={slot.slotId} className={styles.slot} data-on={isOn} data-free={isFree}>
              <time dateTime={slot.startsAt}>{format.time(slot.startsAt)}</time>
              {meeting !== undefined ? (
                <ul className={shared.list}>
                  <MeetingCard meeting={meeting} />
                </ul>
              ) : (
                <span className={styles.free}>
                  {isFree ? t("day.free") : t("day.requested", { count: slot.requestIds.length })}
                </span>
              )}
            </li>
          );
        })}
    </ol>
  );
}
