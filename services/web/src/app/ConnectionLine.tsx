import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../data/query-client.ts";
import { staleSince } from "../live/live.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { useSignal } from "../shared/signal.ts";
import styles from "./shell.module.css";

/** A connection that comes and goes within this time is not worth a word. */
const PATIENCE_MS = 2_500;

/** A page that was opened without a network shows answers from before it was opened. */
function dataFrom(since: number): string {
  const answers = queryClient.getQueryCache().getAll();
  const newest = Math.max(0, ...answers.map(({ state }) => state.dataUpdatedAt));
  return new Date(newest === 0 ? since : Math.min(since, newest)).toISOString();
}

/** One quiet line while what is shown may be old, and since when. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const { format } = usePlace();
  const since = useSignal(staleSince);
  const [isShown, show] = useState(false);
  useEffect(() => {
    if (since === undefined) return show(false);
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return (
    <div role="status" className="no-print">
      {isShown && since !== undefined && (
        <p className={styles.stale}>
          <Icon name="cloud" size={16} />
          {t("state.stale", { time: format.when(dataFrom(since)) })}
        </p>
      )}
    </div>
  );
}
