import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const keyOf = (meetingId: string) => `rialto.note.${meetingId}`;

/** What one wants to remember of a meeting. It stays on this device: no service keeps it. */
export function Note({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => localStorage.getItem(keyOf(meetingId)) ?? "");
  const write = (next: string) => {
    setText(next);
    localStorage.setItem(keyOf(meetingId), next);
  };
  return (
    <Textarea
      label={t("checkIn.note")}
      description={t("checkIn.noteHelp")}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={2_000}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
