import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import { progressOf, type Run } from "./runs.ts";
import styles from "./schedule.module.css";

/** How far the work is: in the service's own numbers, about once a second. */
export function Progress({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { progress, rules } = run;
  const share = progressOf(run);
  const label = t(progress === undefined ? "schedule.stage.waiting" : `schedule.stage.${progress.stage}`);
  const isSolving = progress?.stage === "solving";
  return (
    <div className={styles.progress} aria-live="polite">
      <div className={shared.spread}>
        <strong>{label}</strong>
        {progress !== undefined && (
          <span className={shared.muted}>
            {isSolving
              ? t("schedule.secondsOf", { seconds: format.number(Math.round(progress.seconds)), budget: rules.budgetSeconds })
              : t("schedule.seconds", { seconds: format.number(Math.round(progress.seconds)) })}
          </span>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === undefined ? {} : { "aria-valuenow": Math.floor(share * 100) })}
        className={styles.track}
        data-unknown={share === undefined}
      >
        <span style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      </div>
      <p className={shared.muted} data-progress>
        {progress?.total !== undefined
          ? t("schedule.done", { done: format.number(progress.done ?? 0), total: format.number(progress.total) })
          : progress?.value !== undefined && progress.bound !== undefined
            ? t("schedule.bound", {
                value: format.number(Math.round(progress.value)),
                bound: format.number(Math.round(progress.bound)),
                share: format.percent(share ?? 0),
              })
            : t("schedule.nothingYet")}
      </p>
    </div>
  );
}
