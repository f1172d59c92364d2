import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Card, Page, Section } from "../shared/Page.tsx";
import { RunList } from "./RunList.tsx";
import { StartPlan } from "./StartPlan.tsx";
import { StartRepair } from "./StartRepair.tsx";
import styles from "./schedule.module.css";

/** Wishes become a timetable, or a timetable is repaired: begin one here, and see what became of the others. */
export default function SchedulePage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  useRooms({ kind: "fair", fairId });
  const [kind, setKind] = useState<"plan" | "repair">("plan");
  return (
    <Page title={t("schedule.title")} wide>
      <div className={styles.columns}>
        <Section title={t("schedule.begin")}>
          <Card as="div">
            <SegmentedControl
              fullWidth
              size="md"
              aria-label={t("schedule.begin")}
              value={kind}
              onChange={(value) => setKind(value === "repair" ? "repair" : "plan")}
              data={[
                { value: "plan", label: t("schedule.plan") },
                { value: "repair", label: t("schedule.repair") },
              ]}
            />
            {kind === "plan" ? <StartPlan /> : <StartRepair />}
          </Card>
        </Section>
        <Section title={t("schedule.runs")}>
          <RunList />
        </Section>
      </div>
    </Page>
  );
}
