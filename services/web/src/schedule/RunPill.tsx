import { useTranslation } from "react-i18next";
import type { IconName } from "../shared/Icon.tsx";
import { Pill, type Tone } from "../shared/Pill.tsx";
import type { RunStatus } from "./runs.ts";

const looks: Record<RunStatus, { tone: Tone; icon: IconName }> = {
  queued: { tone: "calm", icon: "hourglass" },
  running: { tone: "warn", icon: "clock" },
  finished: { tone: "accent", icon: "spark" },
  interrupted: { tone: "bad", icon: "warn" },
  failed: { tone: "bad", icon: "warn" },
  discarded: { tone: "calm", icon: "cross" },
  publishing: { tone: "warn", icon: "hourglass" },
  published: { tone: "good", icon: "check" },
  undoing: { tone: "warn", icon: "hourglass" },
  undone: { tone: "calm", icon: "back" },
};

export function RunPill({ status }: { status: RunStatus }) {
  const { t } = useTranslation();
  return (
    <Pill tone={looks[status].tone} icon={looks[status].icon}>
      {t(`schedule.status.${status}`)}
    </Pill>
  );
}
