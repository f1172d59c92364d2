import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page, Section } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { AskedCard } from "./AskedCard.tsx";
import { AskingCard } from "./AskingCard.tsx";
import { DayChooser, useChosenDay } from "./DayChooser.tsx";
import styles from "./day.module.css";
import { waitsForMe, waitsForThem } from "./meetings.ts";
import { PrintHead } from "./PrintHead.tsx";
import { TeamDay } from "./TeamDay.tsx";
import { Timeline } from "./Timeline.tsx";
import { useDay } from "./use-day.ts";

/** Requests in and out, with the time left. */
function Requests() {
  const { t } = useTranslation();
  const meetings = useDay().data?.meetings ?? [];
  const asked = meetings.filter(waitsForMe);
  const asking = meetings.filter(waitsForThem);
  if (asked.length + asking.length === 0) return null;
  return (
    <div className={`${styles.requests} no-print`}>
      {asked.length > 0 && (
        <Section title={t("day.toAnswer", { count: asked.length })}>
          <ul className={shared.list}>
            {asked.map((meeting) => (
              <AskedCard key={meeting.meetingId} meeting={meeting} />
            ))}
          </ul>
        </Section>
      )}
      {asking.length > 0 && (
        <Section title={t("day.asking", { count: asking.length })}>
          <ul className={shared.list}>
            {asking.map((meeting) => (
              <AskingCard key={meeting.meetingId} meeting={meeting} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** Requests in and out, and the day slot by slot: one's own, or the whole team's. */
export default function DayPage() {
  const { t } = useTranslation();
  const { roles } = usePlace();
  const day = useDay();
  const [scope, setScope] = useState<"mine" | "team">("mine");
  const [chosen, choose] = useChosenDay();
  const aside = (
    <div className={`${styles.tools} no-print`}>
      {roles.includes("exhibitor") && (
        <Button variant="default" component={Link} to="/check-in" leftSection={<Icon name="qr" size={18} />}>
          {t("checkIn.title")}
        </Button>
      )}
      <Button variant="default" onClick={() => window.print()} leftSection={<Icon name="print" size={18} />}>
        {t("day.print")}
      </Button>
    </div>
  );
  return (
    <Page title={t("day.title")} aside={aside} wide>
      <PrintHead day={chosen} />
      <div className={styles.day} data-scope={scope}>
        <Requests />
        <Section title={t("day.schedule")}>
          <div className={`${styles.bar} no-print`}>
            <DayChooser chosen={chosen} choose={choose} />
            <SegmentedControl
              size="md"
              value={scope}
              onChange={(value) => setScope(value === "team" ? "team" : "mine")}
              aria-label={t("day.schedule")}
              data={[
                { value: "mine", label: t("day.mine") },
                { value: "team", label: t("day.team") },
              ]}
            />
          </div>
          {scope === "team" ? (
            <TeamDay day={chosen} />
          ) : (
            <Loaded of={day} rows={6}>
              {({ slots, meetings }) => <Timeline slots={slots} meetings={meetings} day={chosen} />}
            </Loaded>
          )}
        </Section>
      </div>
    </Page>
  );
}
