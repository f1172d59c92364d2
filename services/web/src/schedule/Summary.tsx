import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { type Run, type Summary, shareOf } from "./runs.ts";
import styles from "./schedule.module.css";

function Figure({ id, value, of }: { id: string; value: string; of: string }) {
  return (
    <div data-figure={id}>
      <dd>{value}</dd>
      <dt>{of}</dt>
    </div>
  );
}

/** What the run found, in numbers. */
export function Figures({ run: { kind }, summary }: { run: Run; summary: Summary }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { placed, wishes, unscheduled, confirmed, people, moved, dropped, outcome } = summary;
  const count = (id: "unscheduled" | "confirmed" | "people" | "moved" | "dropped", value: number) => (
    <Figure id={id} value={format.number(value)} of={t(`schedule.figure.${id}`)} />
  );
  return (
    <>
      <dl className={styles.figures}>
        {kind === "plan" ? (
          <>
            <Figure
              id="placed"
              value={format.number(placed)}
              of={t("schedule.figure.placed", { wishes: format.number(wishes) })}
            />
            {count("unscheduled", unscheduled)}
          </>
        ) : (
          <>
            {count("moved", moved)}
            {count("dropped", dropped)}
          </>
        )}
        {count("confirmed", confirmed)}
        {count("people", people)}
      </dl>
      <p className={styles.proof}>
        <Icon name={outcome === "optimal" ? "check" : "spark"} size={18} />
        <span>
          {t(`schedule.outcome.${outcome}`, { share: format.percent(shareOf(summary) ?? 1) })}
          {summary.stopped && ` ${t("schedule.stopped")}`}
        </span>
      </p>
    </>
  );
}

/** What became of it: published, and perhaps taken back. */
export function Outcome({ run: { publication, undo } }: { run: Run }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  return (
    <>
      {publication !== undefined && (
        <p className={styles.outcome} data-outcome="published">
          <Icon name="check" size={18} />
          <span>
            {t("schedule.published", {
              booked: format.number(publication.booked),
              changed: format.number(publication.changed),
              dropped: format.number(publication.dropped),
              told: format.number(publication.told),
            })}
          </span>
        </p>
      )}
      {undo !== undefined && (
        <p className={styles.outcome} data-outcome="undone">
          <Icon name="back" size={18} />
          <span>
            {t("schedule.undone", {
              cancelled: format.number(undo.cancelled),
              reopened: format.number(undo.reopened),
              kept: format.number(undo.kept),
              told: format.number(undo.told),
            })}
          </span>
        </p>
      )}
    </>
  );
}
