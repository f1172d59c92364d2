import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { MeetingPill } from "../day/MeetingPill.tsx";
import { codeOf, type Meeting, otherSide } from "../day/meetings.ts";
import { OtherSide } from "../day/OtherSide.tsx";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import { Arrival } from "./Arrival.tsx";
import styles from "./check-in.module.css";
import { Note } from "./Note.tsx";
import { sendCheckIn, waiting } from "./queue.ts";
import { ticketAddress } from "./ticket.ts";

const QrCode = lazy(() => import("./QrCode.tsx"));

function Facts({ meeting: { slot, place } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  return (
    <div className={shared.facts}>
      {slot !== undefined && (
        <span>
          <Icon name="clock" size={16} /> {format.when(slot.startsAt)} – {format.time(slot.endsAt)}
        </span>
      )}
      {place !== undefined && (
        <span>
          <Icon name="pin" size={16} />
          {t("meeting.booth")} <Verbatim className={shared.strong}>{place.code}</Verbatim>
        </span>
      )}
    </div>
  );
}

function Code({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.ticket}>
      <Suspense fallback={<div className={styles.qr} />}>
        <QrCode text={ticketAddress(window.location.origin, meetingId)} label={t("checkIn.qrOf", { code: codeOf(meetingId) })} />
      </Suspense>
      <div className={styles.code}>
        <span>{t("checkIn.code")}</span>
        <Verbatim>{codeOf(meetingId)}</Verbatim>
        <p>{t("checkIn.ticketHelp")}</p>
      </div>
    </div>
  );
}

/** A meeting's ticket: shown to the other side until this side is there; then what is to be remembered. */
export function Ticket({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const isQueued = useSignal(waiting).some(({ meetingId, refusal }) => meetingId === meeting.meetingId && refusal === undefined);
  const isHere = meeting.yourSide !== undefined && meeting.checkedIn.includes(meeting.yourSide);
  const isOpen = meeting.status === "scheduled" && !isHere && !isQueued;
  return (
    <>
      <Card>
        <OtherSide side={otherSide(meeting)}>
          <MeetingPill status={meeting.status} />
        </OtherSide>
        <Facts meeting={meeting} />
        {(isHere || isQueued) && <Arrival isQueued={isQueued} isHeld={meeting.status === "held"} />}
        {isOpen && (
          <>
            <Code meetingId={meeting.meetingId} />
            <Button onClick={() => sendCheckIn(fairId, meeting.meetingId)}>{t("checkIn.here")}</Button>
          </>
        )}
      </Card>
      <Note meetingId={meeting.meetingId} />
    </>
  );
}
