import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../day/meetings.ts";
import { Verbatim } from "../language/names.tsx";
import { liveStatus } from "../live/live.ts";
import { account } from "../session/session.ts";
import { Icon } from "../shared/Icon.tsx";
import { useSignal } from "../shared/signal.ts";
import styles from "./check-in.module.css";
import type { Queued } from "./entries.ts";
import { flush, putAway, sendAgain, waiting } from "./queue.ts";

/** Stays until it is read: the visitor has long gone on. */
function Refused({ entry }: { entry: Queued }) {
  const { t } = useTranslation();
  return (
    <li>
      <Icon name="warn" size={18} />
      <span className={styles.refusedText}>
        <strong>
          {t("checkIn.refused")} <Verbatim>{codeOf(entry.meetingId)}</Verbatim>
        </strong>{" "}
        <Verbatim>{entry.refusal?.title}</Verbatim>
      </span>
      <span className={styles.refusedActions}>
        <Button size="xs" variant="default" onClick={() => sendAgain(entry)}>
          {t("state.again")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => putAway(entry)}>
          {t("checkIn.dismiss")}
        </Button>
      </span>
    </li>
  );
}

/** What waits to be sent, in sight, and sent as soon as it can be; what was refused, with its reason. */
export function CheckInQueue() {
  const { t } = useTranslation();
  const who = useSignal(account);
  const status = useSignal(liveStatus);
  const own = useSignal(waiting).filter(({ accountId }) => accountId === who);
  const refused = own.filter(({ refusal }) => refusal !== undefined);
  const count = own.length - refused.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the connection is a reason to try
  useEffect(() => {
    flush();
    window.addEventListener("online", flush);
    return () => window.removeEventListener("online", flush);
  }, [status, who]);
  return (
    <>
      {count > 0 && (
        <p role="status" className={`${styles.queue} no-print`}>
          <Icon name="hourglass" size={16} /> {t("checkIn.waiting", { count })}
        </p>
      )}
      {refused.length > 0 && (
        <div role="alert" className="no-print">
          <ul className={styles.refused}>
            {refused.map((entry) => (
              <Refused key={entry.key} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
