import { useTranslation } from "react-i18next";
import { dayOfSlot } from "../day/meetings.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import type { Counters } from "./NumbersPage.tsx";
import styles from "./numbers.module.css";
import { shadeOf } from "./shade.ts";

interface CellProps {
  readonly taken: number;
  readonly seats: number;
}

function Cell({ taken, seats }: CellProps) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const words = t("numbers.ofSeats", { taken: format.number(taken), seats: format.number(seats) });
  return (
    <td data-shade={shadeOf(taken, seats)} title={words}>
      {taken === 0 ? <span className={styles.none}>·</span> : format.number(taken)}
    </td>
  );
}

/** One day: a line for each slot, a column for each zone, and how many of the seats are taken. */
function Day({ slots, counters }: { slots: Counters["slots"]; counters: Counters }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const meetings = new Map((counters.occupancy ?? []).map((cell) => [`${cell.slotId} ${cell.zoneId}`, cell.meetings]));
  const zones = counters.zones.filter(({ seats }) => (seats ?? 0) > 0);
  return (
    <table className={styles.day}>
      <caption>{slots[0] !== undefined && format.day(slots[0].startsAt)}</caption>
      <thead>
        <tr>
          <td />
          {zones.map(({ zoneId, name }) => (
            <th key={zoneId} scope="col">
              <Name of={name} />
            </th>
          ))}
          <th scope="col">{t("numbers.all")}</th>
        </tr>
      </thead>
      <tbody>
        {slots.map((slot) => (
          <tr key={slot.slotId}>
            <th scope="row">{format.time(slot.startsAt)}</th>
            {zones.map(({ zoneId, seats = 0 }) => (
              <Cell key={zoneId} taken={meetings.get(`${slot.slotId} ${zoneId}`) ?? 0} seats={seats} />
            ))}
            <Cell taken={slot.scheduled + slot.held} seats={slot.seats} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How full the zones are, slot by slot. */
export function Occupancy({ counters }: { counters: Counters }) {
  const { t } = useTranslation();
  const days = [...Map.groupBy(counters.slots, ({ slotId }) => dayOfSlot(slotId)).values()];
  return (
    <>
      <ul className={styles.scale} aria-label={t("numbers.scale")}>
        {[0, 1, 2, 3, 4].map((shade) => (
          <li key={shade} data-shade={shade}>
            {t(`numbers.shade.${shade as 0 | 1 | 2 | 3 | 4}`)}
          </li>
        ))}
      </ul>
      <div className={styles.heat}>
        {days.map((slots) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <div key={slots[0]?.slotId} className={styles.dayBox} tabIndex={0} role="region" aria-label={t("numbers.bySlot")}>
            <Day slots={slots} counters={counters} />
          </div>
        ))}
      </div>
    </>
  );
}
