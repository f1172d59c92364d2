import { useTranslation } from "react-i18next";
import { dayOfSlot } from "../day/meetings.ts";
import { usePlace } from "../session/place.tsx";
import type { Counters } from "./NumbersPage.tsx";
import styles from "./numbers.module.css";
import { shadeOf } from "./shade.ts";

type Slot = Counters["slots"][number];

/** Meetings that are booked, were held or missed. */
const takenIn = ({ scheduled, held, missed }: Slot) => scheduled + held + missed;

/** Day by day and slot by slot: how many of the seats are taken. */
export function Occupancy({ slots }: { slots: readonly Slot[] }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const days = [...Map.groupBy(slots, ({ slotId }) => dayOfSlot(slotId)).values()];
  return (
    <div className={styles.heat}>
      {days.map((ofDay) => (
        <table key={ofDay[0]?.slotId} className={styles.day}>
          <caption>{ofDay[0] !== undefined && format.day(ofDay[0].startsAt)}</caption>
          <tbody>
            {ofDay.map((slot) => {
              const taken = takenIn(slot);
              return (
                <tr key={slot.slotId}>
                  <th scope="row">{format.time(slot.startsAt)}</th>
                  <td data-shade={shadeOf(taken, slot.seats)}>
                    <span>{t("numbers.ofSeats", { taken: format.number(taken), seats: format.number(slot.seats) })}</span>
                    <span className={styles.bar} aria-hidden="true">
                      <span style={{ inlineSize: `${Math.min(100, Math.round((100 * taken) / Math.max(1, slot.seats)))}%` }} />
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </div>
  );
}
