import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import { keepNote, noteOf } from "./notes.ts";

/** What one wants to remember of a meeting. It stays on this device: no service keeps it. */
export function Note({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => noteOf(meetingId));
  const [isKept, setKept] = useState(text !== "");
  const write = (next: string) => {
    setText(next);
    keepNote(meetingId, next);
    setKept(next.trim() !== "");
  };
  return (
    <div className={shared.field}>
      <Textarea
        label={t("checkIn.note")}
        placeholder={t("checkIn.notePlaceholder")}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2_000}
        dir="auto"
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <p className={shared.facts} role="status">
        <span>
          {isKept && <Icon name="check" size={16} />} {t(isKept ? "checkIn.noteKept" : "checkIn.noteHelp")}
        </span>
      </p>
    </div>
  );
}
