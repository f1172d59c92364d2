import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useName } from "../language/names.tsx";
import { onNotification } from "../live/live.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { takeUndoAway } from "../shared/use-undo.tsx";
import styles from "./inbox.module.css";
import { addressOf, looks, wordsOf } from "./lines.ts";

const AT_MOST_MS = 10_000;
/** What was missed while away is in the list; only what is news is announced. */
const NEWS_MS = 60_000;

/** Says on the screen, wherever the person is, what has just happened to them. */
export function Toasts() {
  const { t } = useTranslation();
  const name = useName();
  const { format, fairId } = usePlace();
  const client = useQueryClient();
  const tell = useRef<Parameters<typeof onNotification>[0]>(() => undefined);
  tell.current = (notification) => {
    // Whatever is told of a meeting, one's request for it is no longer open.
    if ("meetingId" in notification.content) takeUndoAway(notification.content.meetingId);
    if (notification.fairId !== fairId || Date.now() - Date.parse(notification.occurredAt) > NEWS_MS) return;
    const { kind } = notification.content;
    const words = wordsOf(notification.content, { name, time: format.when });
    notifications.show({
      id: notification.notificationId,
      icon: <Icon name={looks[kind].icon} size={18} />,
      autoClose: AT_MOST_MS,
      closeButtonProps: { "aria-label": t("state.close") },
      message: (
        <Link
          to={addressOf(notification)}
          className={styles.toast}
          onClick={() => notifications.hide(notification.notificationId)}
        >
          {t(`told.${kind}`, words)}
        </Link>
      ),
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the listener reads the newest words through the reference
  useEffect(() => onNotification((notification) => tell.current(notification)), [client]);
  return null;
}
