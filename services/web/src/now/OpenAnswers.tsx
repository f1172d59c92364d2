import { useTranslation } from "react-i18next";
import { AskedCard } from "../day/AskedCard.tsx";
import { waitsForMe } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { Section } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";

/** Requests that wait for this person's side. */
export function OpenAnswers() {
  const { t } = useTranslation();
  const day = useDay();
  const asked = day.data?.meetings.filter(waitsForMe) ?? [];
  if (asked.length === 0) return null;
  return (
    <Section title={t("day.toAnswer", { count: asked.length })}>
      <ul className={shared.list}>
        {asked.map((meeting) => (
          <AskedCard key={meeting.meetingId} meeting={meeting} />
        ))}
      </ul>
    </Section>
  );
}
