import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Meeting, otherSide } from "../day/meetings.ts";
import { Name, useName, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "../shared/Page.tsx";
import { Empty } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import styles from "./check-in.module.css";
import { type Lead, leadSheet, leadsOf } from "./lead-sheet.ts";
import { noteChanges, noteOf } from "./notes.ts";

function save(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
  link.click();
  URL.revokeObjectURL(address);
}

function LeadRow({ lead: { meeting, note } }: { lead: Lead }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const side = otherSide(meeting);
  return (
    <li>
      <Link to={`/check-in/${meeting.meetingId}`} className={styles.lead}>
        <span className={shared.grow}>
          <Name of={side.name} className={shared.strong} />
          <span className={styles.leadNote}>{note === "" ? t("checkIn.noNote") : <Verbatim>{note}</Verbatim>}</span>
        </span>
        <span className={shared.muted}>{meeting.slot !== undefined && format.when(meeting.slot.startsAt)}</span>
        <Icon name="next" size={18} />
      </Link>
    </li>
  );
}

/** Whom one has met, with what was noted; to take home as a sheet. */
export function Leads({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useTranslation();
  const name = useName();
  const { format } = usePlace();
  useSignal(noteChanges);
  const leads = leadsOf(meetings, noteOf);
  const download = () => {
    const head = ["time", "organization", "country", "person", "note"] as const;
    const sheet = leadSheet(
      leads,
      head.map((column) => t(`checkIn.sheet.${column}`)),
      { name, country: format.country, moment: format.moment },
    );
    save(sheet, `${t("checkIn.sheet.file")}.csv`);
  };
  const aside = leads.length > 0 && (
    <Button variant="subtle" size="sm" onClick={download}>
      {t("checkIn.sheet.save")}
    </Button>
  );
  return (
    <Section title={t("checkIn.leads")} aside={aside}>
      {leads.length === 0 ? (
        <Empty icon="pen" title={t("checkIn.noLeads")}>
          {t("checkIn.noLeadsHelp")}
        </Empty>
      ) : (
        <ul className={styles.leads}>
          {leads.map((lead) => (
            <LeadRow key={lead.meeting.meetingId} lead={lead} />
          ))}
        </ul>
      )}
    </Section>
  );
}
