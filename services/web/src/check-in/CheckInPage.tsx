import { Button, TextInput } from "@mantine/core";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { MeetingPill } from "../day/MeetingPill.tsx";
import { codeOf, type Meeting, otherSide } from "../day/meetings.ts";
import { OtherSide } from "../day/OtherSide.tsx";
import { useDay } from "../day/use-day.ts";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Page } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Empty, Loaded, Waiting } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import styles from "./check-in.module.css";
import { Note } from "./Note.tsx";
import { sendCheckIn, waiting } from "./queue.ts";
import { meetingOf, ticketAddress } from "./ticket.ts";

const QrCode = lazy(() => import("./QrCode.tsx"));
const Scanner = lazy(() => import("./Scanner.tsx"));

/** A meeting's ticket: shown to the other side, or tapped when no camera is at hand. */
function Ticket({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const isWaiting = useSignal(waiting).some(({ meetingId }) => meetingId === meeting.meetingId);
  const isHere = meeting.yourSide !== undefined && meeting.checkedIn.includes(meeting.yourSide);
  return (
    <>
      <Card>
        <OtherSide side={otherSide(meeting)}>
          <MeetingPill status={meeting.status} />
        </OtherSide>
        <div className={shared.facts}>
          {meeting.slot !== undefined && (
            <span>
              <Icon name="clock" size={16} /> {format.time(meeting.slot.startsAt)}
            </span>
          )}
          {meeting.place !== undefined && (
            <span>
              <Icon name="pin" size={16} /> {t("meeting.booth")} <Verbatim>{meeting.place.code}</Verbatim>
            </span>
          )}
        </div>
        <div className={styles.ticket}>
          <QrCode
            text={ticketAddress(window.location.origin, meeting.meetingId)}
            label={t("checkIn.qrOf", { code: codeOf(meeting.meetingId) })}
          />
          <div className={styles.code}>
            <span>{t("checkIn.code")}</span>
            <Verbatim>{codeOf(meeting.meetingId)}</Verbatim>
            <p>{t("checkIn.ticketHelp")}</p>
          </div>
        </div>
        {isHere ? (
          <Pill tone="good" icon="check">
            {t("checkIn.youAreHere")}
          </Pill>
        ) : isWaiting ? (
          <Pill tone="warn" icon="hourglass">
            {t("checkIn.willBeSent")}
          </Pill>
        ) : (
          meeting.status === "scheduled" && (
            <Button onClick={() => sendCheckIn(fairId, meeting.meetingId)}>{t("checkIn.here")}</Button>
          )
        )}
      </Card>
      <Note meetingId={meeting.meetingId} />
    </>
  );
}

/** Reads the other side's ticket; that is saying that the own side is there too. */
function Desk({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const read = (text: string) => {
    const meeting = meetingOf(text, meetings);
    setUnknown(meeting === undefined);
    if (meeting === undefined) return;
    if (meeting.status === "scheduled") sendCheckIn(fairId, meeting.meetingId);
    void navigate(`/check-in/${meeting.meetingId}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read(code);
  };
  return (
    <Card>
      <p>{t("checkIn.deskHelp")}</p>
      <Scanner found={read} />
      <form className={styles.typed} onSubmit={submit}>
        <TextInput
          label={t("checkIn.code")}
          placeholder="1C0901"
          maxLength={12}
          autoCapitalize="characters"
          autoComplete="off"
          value={code}
          error={isUnknown ? t("checkIn.unknown") : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={code.trim() === ""}>
          {t("checkIn.check")}
        </Button>
      </form>
    </Card>
  );
}

export default function CheckInPage() {
  const { t } = useTranslation();
  const { meetingId } = useParams();
  const day = useDay();
  const back = (
    <Link to={meetingId === undefined ? "/day" : "/check-in"} className={shared.link}>
      <Icon name="back" size={18} /> {t(meetingId === undefined ? "nav.day" : "checkIn.title")}
    </Link>
  );
  return (
    <Page title={t(meetingId === undefined ? "checkIn.title" : "checkIn.ticket")} above={back}>
      <Suspense fallback={<Waiting />}>
        <Loaded of={day}>
          {({ meetings }) => {
            if (meetingId === undefined) return <Desk meetings={meetings} />;
            const meeting = meetings.find((one) => one.meetingId === meetingId);
            return meeting === undefined ? <Empty icon="qr" title={t("checkIn.unknown")} /> : <Ticket meeting={meeting} />;
          }}
        </Loaded>
      </Suspense>
    </Page>
  );
}
