import { Button, TextInput } from "@mantine/core";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Meeting } from "../day/meetings.ts";
import { usePlace } from "../session/place.tsx";
import { Card } from "../shared/Page.tsx";
import styles from "./check-in.module.css";
import { sendCheckIn } from "./queue.ts";
import { meetingIdOf } from "./ticket.ts";

const Scanner = lazy(() => import("./Scanner.tsx"));

/** Whether there is anything to send: a meeting that is over or called off is only looked at. */
const isDue = (meeting: Meeting | undefined) => meeting === undefined || meeting.status === "scheduled";

/** Reads the other side's ticket; that is saying that the own side is there too. */
export function Desk({ meetings }: { meetings: readonly Meeting[] }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [unknown, setUnknown] = useState<"scanned" | "typed">();
  const read = (text: string, how: "scanned" | "typed") => {
    const meetingId = meetingIdOf(text, meetings);
    setUnknown(meetingId === undefined ? how : undefined);
    if (meetingId === undefined) return;
    if (isDue(meetings.find((meeting) => meeting.meetingId === meetingId))) sendCheckIn(fairId, meetingId);
    void navigate(`/check-in/${meetingId}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read(code, "typed");
  };
  return (
    <Card>
      <p>{t("checkIn.deskHelp")}</p>
      <Suspense fallback={null}>
        <Scanner found={(text) => read(text, "scanned")} opened={() => setUnknown(undefined)} />
      </Suspense>
      {unknown === "scanned" && <p role="alert">{t("checkIn.noTicket")}</p>}
      <form className={styles.typed} onSubmit={submit}>
        <TextInput
          label={t("checkIn.code")}
          placeholder="1C0901"
          maxLength={200}
          autoCapitalize="characters"
          autoComplete="off"
          dir="ltr"
          value={code}
          error={unknown === "typed" ? t("checkIn.unknown") : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={code.trim() === ""}>
          {t("checkIn.check")}
        </Button>
      </form>
    </Card>
  );
}
