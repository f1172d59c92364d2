import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import shared from "./shared.module.css";

const SEEN_MS = 10_000;

interface Undoable {
  /** What is done once is said once. */
  readonly id: string;
  readonly message: string;
  readonly undo: () => void;
}

/** It can no longer be taken back, or is. */
export const takeUndoAway = (id: string): void => void notifications.hide(id);

/** Says that something was done, with the way back for as long as that can be seen. */
export function useUndo(): (done: Undoable) => void {
  const { t } = useTranslation();
  return ({ id, message, undo }) => {
    const back = () => {
      notifications.hide(id);
      undo();
    };
    notifications.show({
      id,
      color: "green",
      message: (
        <div className={shared.row}>
          <span className={shared.grow}>{message}</span>
          <Button size="xs" variant="light" onClick={back}>
            {t("state.undo")}
          </Button>
        </div>
      ),
      autoClose: SEEN_MS,
      closeButtonProps: { "aria-label": t("state.close") },
    });
  };
}
