import { Button } from "@mantine/core";
import {
  discardScheduleRun,
  publishScheduleRun,
  stopScheduleRun,
  undoScheduleRun,
} from "@rialto/contracts/matchmaking/schedule-run-operations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import type { Run, RunStatus } from "./runs.ts";
import styles from "./schedule.module.css";

const operations = {
  publish: publishScheduleRun,
  discard: discardScheduleRun,
  stop: stopScheduleRun,
  undo: undoScheduleRun,
} as const;
type Act = keyof typeof operations;

/** What makes sense to ask for; whether it is possible the service decides. */
const acts: Partial<Record<RunStatus, readonly Act[]>> = {
  queued: ["discard"],
  running: ["stop", "discard"],
  finished: ["publish", "discard"],
  published: ["undo"],
};

const isGrave = (act: Act) => act === "discard" || act === "undo";

/** What it will do, in this run's own numbers. */
function useWords(run: Run): (act: Act) => string {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { summary, publication, kind } = run;
  return (act) => {
    if (act !== "publish" && act !== "undo") return t(`schedule.will.${act}`);
    if (act === "undo") return t("schedule.will.undo", { booked: format.number(publication?.booked ?? 0) });
    if (kind === "repair")
      return t("schedule.will.repair", {
        moved: format.number(summary?.moved ?? 0),
        dropped: format.number(summary?.dropped ?? 0),
      });
    return t("schedule.will.publish", {
      placed: format.number(summary?.placed ?? 0),
      confirmed: format.number(summary?.confirmed ?? 0),
    });
  };
}

/** The organizer's decisions about a run. Each says what it will do before it is asked for a second time. */
export function Decide({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const [asked, ask] = useState<Act>();
  const words = useWords(run);
  const touches = ["scheduleRun", "meeting"] as const;
  const send = useCommand(operations[asked ?? "stop"], { touches, onDone: () => ask(undefined) });
  const possible = acts[run.status] ?? [];
  if (run.stopAsked && run.status === "running") return <p className={shared.muted}>{t("schedule.stopping")}</p>;
  if (possible.length === 0) return null;
  if (asked !== undefined && possible.includes(asked))
    return (
      <div className={styles.decide} role="group" aria-label={t(`schedule.act.${asked}`)}>
        <p>
          <Icon name={isGrave(asked) ? "warn" : "spark"} size={18} />
          <span>{words(asked)}</span>
        </p>
        <div className={shared.actions}>
          <Button
            color={isGrave(asked) ? "red" : ""}
            loading={send.isPending}
            onClick={() => send.mutate({ params: { fairId, runId: run.runId }, body: {} })}
          >
            {t(`schedule.yes.${asked}`)}
          </Button>
          <Button variant="default" onClick={() => ask(undefined)}>
            {t("state.back")}
          </Button>
        </div>
      </div>
    );
  return (
    <div className={shared.actions}>
      {possible.map((act, index) => (
        <Button key={act} variant={index === 0 ? "filled" : "default"} onClick={() => ask(act)}>
          {t(`schedule.act.${act}`)}
        </Button>
      ))}
    </div>
  );
}
