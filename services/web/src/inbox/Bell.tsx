import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { unread } from "../live/live.ts";
import { Icon } from "../shared/Icon.tsx";
import { useSignal } from "../shared/signal.ts";
import styles from "./inbox.module.css";

/** The way to what one was told, with how much of it is new. */
export function Bell() {
  const { t } = useTranslation();
  const count = useSignal(unread);
  return (
    <Link to="/inbox" className={styles.bell} aria-label={t("inbox.bell", { count })}>
      <Icon name="bell" size={22} />
      {count > 0 && (
        <span className={styles.count} aria-hidden="true" translate="no">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
