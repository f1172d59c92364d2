import { listScheduleRuns } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { Progress } from "./Progress.tsx";
import { RunPill } from "./RunPill.tsx";
import { RunWords } from "./RunWords.tsx";
import { isAtWork, type Run } from "./runs.ts";
import styles from "./schedule.module.css";

const SHOWN = 30;

function Line({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { summary, kind, runId, status } = run;
  return (
    <li className={styles.line} data-run={runId} data-status={status}>
      <div className={shared.spread}>
        <RunWords run={run} />
        <RunPill status={status} />
      </div>
      {isAtWork(run) && <Progress run={run} />}
      <div className={styles.foot}>
        {summary !== undefined && (
          <span className={shared.muted}>
            {kind === "plan"
              ? t("schedule.short.plan", { placed: format.number(summary.placed), wishes: format.number(summary.wishes) })
              : t("schedule.short.repair", { moved: format.number(summary.moved), dropped: format.number(summary.dropped) })}
          </span>
        )}
        <Link to={`/schedule/${runId}`} className={shared.link ?? ""}>
          {t(isAtWork(run) ? "schedule.watch" : "schedule.look")}
        </Link>
      </div>
    </li>
  );
}

/** The fair's runs, newest first. */
export function RunList() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const read = useOperation(listScheduleRuns, { params: { fairId }, query: { limit: SHOWN } }, { follows: ["scheduleRun"] });
  return (
    <Loaded of={read} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="day" title={t("schedule.none")}>
            <p>{t("schedule.noneHelp")}</p>
          </Empty>
        ) : (
          <ul className={shared.list}>
            {items.map((run) => (
              <Line key={run.runId} run={run} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
