import type { TimeSlot } from "@rialto/contracts/venue/events";
import { useTranslation } from "react-i18next";
import { dayOfSlot } from "../day/meetings.ts";
import { usePlace } from "../session/place.tsx";
import styles from "./find.module.css";

interface Props {
  readonly slots: readonly TimeSlot[];
  /** Best first. */
  readonly chosen: readonly string[];
  readonly most: number;
  readonly choose: (slotIds: readonly string[]) => void;
}

/** Times as buttons, day by day; the order of tapping is the order of preference. */
export function SlotPicker({ slots, chosen, most, choose }: Props) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const days = Map.groupBy(slots, ({ slotId }) => dayOfSlot(slotId));
  const toggle = (slotId: string) => {
    if (chosen.includes(slotId)) return choose(chosen.filter((one) => one !== slotId));
    choose(most === 1 ? [slotId] : [...chosen, slotId].slice(-most));
  };
  return (
    <div className={styles.days}>
      {[...days].map(([day, ofDay]) => (
        <fieldset key={day} className={styles.dayBox}>
          <legend>{ofDay[0] !== undefined && format.day(ofDay[0].startsAt)}</legend>
          {ofDay.map(({ slotId, startsAt }) => {
            const position = chosen.indexOf(slotId);
            return (
              <button
                key={slotId}
                type="button"
                className={styles.slot}
                aria-pressed={position !== -1}
                onClick={() => toggle(slotId)}
              >
                {format.time(startsAt)}
                {position !== -1 && most > 1 && <sup title={t("ask.choice", { count: position + 1 })}>{position + 1}</sup>}
              </button>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
