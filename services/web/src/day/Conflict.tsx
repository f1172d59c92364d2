import { Button } from "@mantine/core";
import { ProblemError } from "@rialto/client/problem-error";
import { SlotConflict } from "@rialto/contracts/matchmaking/views";
import type { TimeSlot } from "@rialto/contracts/venue/events";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import styles from "./day.module.css";

/** What a lost race answers with; `undefined`: another problem. */
export function conflictOf(error: Error | null): SlotConflict | undefined {
  if (!(error instanceof ProblemError) || error.code !== "SLOT_TAKEN") return undefined;
  return SlotConflict.safeParse(error.details).data;
}

interface Props {
  readonly conflict: SlotConflict;
  readonly isBusy: boolean;
  /** What the button of an alternative says, with its time. */
  readonly label: (slot: TimeSlot, time: string) => string;
  readonly take: (slot: TimeSlot) => void;
}

/** Somebody was faster: what was taken, and up to three ways on, one tap each. */
export function Conflict({ conflict, isBusy, label, take }: Props) {
  const { t } = useTranslation();
  const { fair, format } = usePlace();
  const { slotId, taken } = conflict.conflict;
  const lost = fair.slots.find((slot) => slot.slotId === slotId);
  return (
    <div role="alert" className={styles.conflict}>
      <p>
        <Icon name="warn" size={18} />
        <span>
          <strong>{t("conflict.title", { time: lost === undefined ? slotId : format.when(lost.startsAt) })}</strong>{" "}
          {t(`conflict.taken.${taken}`)}
        </span>
      </p>
      {conflict.alternatives.length === 0 ? (
        <p className={shared.muted}>{t("conflict.nothing")}</p>
      ) : (
        <div className={shared.actions}>
          {conflict.alternatives.map((slot) => (
            <Button key={slot.slotId} size="sm" variant="light" disabled={isBusy} onClick={() => take(slot)}>
              {label(slot, format.when(slot.startsAt))}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
