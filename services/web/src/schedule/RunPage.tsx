import { SegmentedControl } from "@mantine/core";
import { getScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { Verbatim } from "../language/names.tsx";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Page, Section } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { Decide } from "./Decide.tsx";
import { Distribution } from "./Distribution.tsx";
import { Progress } from "./Progress.tsx";
import { Changes, People, Proposed, Unscheduled } from "./Results.tsx";
import { RunPill } from "./RunPill.tsx";
import { RunWords } from "./RunWords.tsx";
import { hasPlan, isAtWork, type Run } from "./runs.ts";
import { Figures, Outcome } from "./Summary.tsx";
import styles from "./schedule.module.css";

const lists = { people: People, meetings: Proposed, unscheduled: Unscheduled, changes: Changes } as const;
type List = keyof typeof lists;

function Lists({ run }: { run: Run }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<List>("people");
  const wasPublished = run.publication !== undefined;
  const shown = (Object.keys(lists) as List[]).filter((list) => list !== "changes" || wasPublished);
  const Chosen = lists[chosen];
  const isRepair = run.kind === "repair";
  const word = (list: List) => t(isRepair && list === "unscheduled" ? "schedule.ending" : `schedule.${list}`);
  return (
    <Section title={t("schedule.beside")}>
      <SegmentedControl
        size="md"
        className={styles.lists ?? ""}
        aria-label={t("schedule.beside")}
        value={chosen}
        onChange={(value) => choose(shown.find((one) => one === value) ?? "people")}
        data={shown.map((value) => ({ value, label: word(value) }))}
      />
      <Chosen runId={run.runId} isRepair={isRepair} />
    </Section>
  );
}

function RunView({ run }: { run: Run }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.run} data-plan={hasPlan(run)}>
        <Card as="div">
          <div className={shared.spread}>
            <RunWords run={run} />
            <RunPill status={run.status} />
          </div>
          {isAtWork(run) && <Progress run={run} />}
          {run.reasons.length > 0 && (
            <ul className={styles.reasons} aria-label={t("schedule.reason")}>
              {run.reasons.map(({ code, message }) => (
                <li key={code + message}>
                  <Icon name="warn" size={18} /> <Verbatim>{message}</Verbatim>
                </li>
              ))}
            </ul>
          )}
          {run.summary !== undefined && <Figures run={run} summary={run.summary} />}
          <Outcome run={run} />
          <Decide run={run} />
        </Card>
        {hasPlan(run) && run.summary !== undefined && (
          <Card as="div">
            <Distribution summary={run.summary} />
          </Card>
        )}
      </div>
      {hasPlan(run) && <Lists run={run} />}
    </>
  );
}

/** One run: how far it is, what it found beside today, and the decision about it. */
export default function RunPage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const { runId = "" } = useParams();
  useRooms({ kind: "fair", fairId });
  const read = useOperation(getScheduleRun, { params: { fairId, runId } }, { follows: ["scheduleRun"] });
  const above = (
    <Link to="/schedule" className={shared.link ?? ""}>
      <Icon name="back" size={18} /> {t("schedule.title")}
    </Link>
  );
  return (
    <Page title={t(read.data?.kind === "repair" ? "schedule.repairPlan" : "schedule.timetable")} above={above} wide>
      <Loaded of={read} rows={3}>
        {(run) => <RunView run={run} />}
      </Loaded>
    </Page>
  );
}
