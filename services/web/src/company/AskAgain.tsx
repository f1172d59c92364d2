import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import shared from "../shared/shared.module.css";

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly isBusy: boolean;
  readonly confirm: () => void;
  readonly no: () => void;
}

/** What cannot be taken back is asked once more. */
export function AskAgain({ question, yes, isBusy, confirm, no }: Props) {
  const { t } = useTranslation();
  return (
    <div className={shared.field} role="group" aria-label={question}>
      <p>{question}</p>
      <div className={shared.actions}>
        <Button size="sm" color="red" loading={isBusy} onClick={confirm}>
          {yes}
        </Button>
        <Button size="sm" variant="default" onClick={no}>
          {t("state.back")}
        </Button>
      </div>
    </div>
  );
}
