import { Button } from "@mantine/core";
import type { Notification } from "@rialto/contracts/gateway/notifications";
import { listNotifications, markNotificationsRead } from "@rialto/contracts/gateway/operations";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { callAny, useOperation } from "../data/use-operation.ts";
import { useName } from "../language/names.tsx";
import { seenAll } from "../live/live.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import { useNow } from "../shared/use-now.ts";
import { usePager } from "../shared/use-pager.ts";
import styles from "./inbox.module.css";
import { addressOf, looks, wordsOf } from "./lines.ts";

function Line({ notification, isNew }: { notification: Notification; isNew: boolean }) {
  const { t } = useTranslation();
  const name = useName();
  const { format } = usePlace();
  const now = useNow();
  const { kind } = notification.content;
  return (
    <li>
      <Link to={addressOf(notification)} className={styles.line} data-new={isNew}>
        <span className={styles.mark} data-tone={looks[kind].tone}>
          <Icon name={looks[kind].icon} size={18} />
        </span>
        <span className={styles.sentence}>{t(`told.${kind}`, wordsOf(notification.content, { name, time: format.when }))}</span>
        <time dateTime={notification.occurredAt} className={styles.when}>
          {isNew && <strong>{t("inbox.new")}</strong>}
          {format.fromNow(notification.occurredAt, now)}
        </time>
      </Link>
    </li>
  );
}

/** Everything one was told, newest first. To look at it is to have read it. */
export default function InboxPage() {
  const { t } = useTranslation();
  const { size, more } = usePager(50);
  const list = useOperation(
    listNotifications,
    { query: { limit: size } },
    { follows: ["notification"], keep: true, smooth: true },
  );
  const newest = list.data?.items[0]?.cursor;
  useEffect(() => {
    if (newest === undefined) return;
    void callAny(markNotificationsRead, { body: { cursor: newest } }).then(seenAll, () => undefined);
  }, [newest]);
  return (
    <Page title={t("inbox.title")}>
      <Loaded of={list} rows={6}>
        {({ items, readCursor, nextBefore }) =>
          items.length === 0 ? (
            <Empty icon="bell" title={t("inbox.empty")}>
              {t("inbox.emptyHelp")}
            </Empty>
          ) : (
            <>
              <ul className={styles.lines}>
                {items.map((notification) => (
                  <Line
                    key={notification.notificationId}
                    notification={notification}
                    isNew={readCursor === undefined || notification.cursor > readCursor}
                  />
                ))}
              </ul>
              {nextBefore !== undefined && size < 200 && (
                <Button variant="default" onClick={more}>
                  {t("state.more")}
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
