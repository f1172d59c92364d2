import { Button, Modal, Textarea } from "@mantine/core";
import { abortCeremony } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import type { Ceremony } from "./show.ts";

interface Props {
  readonly ceremony: Ceremony;
  readonly took: (ceremony: Ceremony) => void;
}

function Question({ ceremony, took, close }: Props & { close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const { fairId, ceremonyId } = ceremony;
  const abort = useCommand(abortCeremony, {
    touches: ["ceremony"],
    onDone: (after) => {
      took(after);
      close();
    },
  });
  const text = reason.trim();
  return (
    <div className={shared.field}>
      <p>{t("ceremony.abortHelp")}</p>
      <Textarea
        label={t("ceremony.abortReason")}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <div className={shared.actions}>
        <Button
          color="red"
          disabled={text === ""}
          loading={abort.isPending}
          onClick={() => abort.mutate({ params: { fairId, ceremonyId }, body: { reason: text } })}
        >
          {t("ceremony.abortYes")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </div>
  );
}

/** For the fire alarm: far from the big button, asked once more, and never without a reason. */
export function EndEarly({ ceremony, took }: Props) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<Icon name="slash" size={18} />} onClick={() => ask(true)}>
        {t("ceremony.abort")}
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => ask(false)}
        title={t("ceremony.abortTitle")}
        centered
        closeButtonProps={{ "aria-label": t("state.close") }}
      >
        <Question ceremony={ceremony} took={took} close={() => ask(false)} />
      </Modal>
    </>
  );
}
