import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import shared from "../shared/shared.module.css";

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly isReasonNeeded?: boolean;
  readonly no: () => void;
  readonly confirm: (reason: string) => void;
}

/** What cannot be undone is asked once more, with room for a reason. */
export function Confirm({ question, yes, isBusy, isReasonNeeded = false, no, confirm }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const text = reason.trim();
  return (
    <div className={shared.field} role="group" aria-label={question}>
      <p>{question}</p>
      <TextInput
        label={t(isReasonNeeded ? "state.reason" : "state.reasonOptional")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={shared.actions}>
        <Button size="sm" color="red" loading={isBusy} disabled={isReasonNeeded && text === ""} onClick={() => confirm(text)}>
          {yes}
        </Button>
        <Button size="sm" variant="default" onClick={no}>
          {t("state.back")}
        </Button>
      </div>
    </div>
  );
}
