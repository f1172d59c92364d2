import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSayProblem } from "../data/use-say-problem.tsx";
import { follower } from "../live/follower.ts";
import { liveStatus } from "../live/live.ts";
import { Icon } from "../shared/Icon.tsx";
import { useSignal } from "../shared/signal.ts";
import styles from "./check-in.module.css";
import { flush, refused, waiting, whenTaken } from "./queue.ts";

/** What waits to be sent, in sight, and sent as soon as it can be. */
export function CheckInQueue() {
  const { t } = useTranslation();
  const say = useSayProblem();
  const list = useSignal(waiting);
  const problem = useSignal(refused);
  const status = useSignal(liveStatus);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the connection is a reason to try
  useEffect(() => {
    whenTaken(() => follower.changed("meeting"));
    flush();
    window.addEventListener("online", flush);
    return () => window.removeEventListener("online", flush);
  }, [status]);
  useEffect(() => {
    if (problem === undefined) return;
    say(problem.error);
    refused.set(undefined);
  }, [problem, say]);
  if (list.length === 0) return null;
  return (
    <p role="status" className={`${styles.queue} no-print`}>
      <Icon name="hourglass" size={16} /> {t("checkIn.waiting", { count: list.length })}
    </p>
  );
}
