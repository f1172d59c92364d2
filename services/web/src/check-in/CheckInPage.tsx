import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { codeOf } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { useTeam } from "../day/use-team.ts";
import { Verbatim } from "../language/names.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Page } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import { Arrival } from "./Arrival.tsx";
import styles from "./check-in.module.css";
import { Desk } from "./Desk.tsx";
import { Leads } from "./Leads.tsx";
import { Note } from "./Note.tsx";
import { waiting } from "./queue.ts";
import { Ticket } from "./Ticket.tsx";

/** A ticket of which this device knows nothing but its number: booked while it was offline, or not one's own. */
function UnknownTicket({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const isQueued = useSignal(waiting).some((entry) => entry.meetingId === meetingId && entry.refusal === undefined);
  if (!isQueued) return <Empty icon="qr" title={t("checkIn.unknown")} />;
  return (
    <>
      <Card>
        <div className={styles.code}>
          <span>{t("checkIn.code")}</span>
          <Verbatim>{codeOf(meetingId)}</Verbatim>
        </div>
        <Arrival isQueued isHeld={false} />
      </Card>
      <Note meetingId={meetingId} />
    </>
  );
}

/** The counter: reading tickets, one ticket, and whom one has met. */
export default function CheckInPage() {
  const { t } = useTranslation();
  const { meetingId } = useParams();
  const team = useTeam();
  const day = useDay();
  // Without a network, whichever of the two was read before.
  const known = team.data === undefined && day.data !== undefined ? { ...day, data: { items: day.data.meetings } } : team;
  const back = (
    <Link to={meetingId === undefined ? "/day" : "/check-in"} className={shared.link}>
      <Icon name="back" size={18} /> {t(meetingId === undefined ? "nav.day" : "checkIn.title")}
    </Link>
  );
  return (
    <Page title={t(meetingId === undefined ? "checkIn.title" : "checkIn.ticket")} above={back}>
      <Loaded of={known}>
        {({ items }) => {
          if (meetingId === undefined)
            return (
              <>
                <Desk meetings={items} />
                <Leads meetings={items} />
              </>
            );
          const meeting = items.find((one) => one.meetingId === meetingId);
          return meeting === undefined ? <UnknownTicket meetingId={meetingId} /> : <Ticket meeting={meeting} />;
        }}
      </Loaded>
    </Page>
  );
}
