import { Button, Modal, TextInput } from "@mantine/core";
import { planCeremony } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { isWritten, typed, written } from "../company/draft.ts";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import styles from "./host.module.css";
import { TwoLanguages } from "./TwoLanguages.tsx";
import { dateAt, instantAt } from "./zoned.ts";

/** Today, or the fair's first day while that is still to come. */
function useLikelyDate(): string {
  const { fair } = usePlace();
  const [first] = fair.slots;
  return dateAt(Math.max(Date.now(), first === undefined ? 0 : Date.parse(first.startsAt)), fair.timeZone);
}

function Form({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { fair, fairId } = usePlace();
  const [title, setTitle] = useState(typed(undefined));
  const [stage, setStage] = useState(typed(undefined));
  const [date, setDate] = useState(useLikelyDate());
  const [time, setTime] = useState("10:00");
  const plan = useCommand(planCeremony, {
    touches: ["ceremony"],
    onDone: ({ ceremonyId }) => {
      close();
      void navigate(`/ceremonies/${ceremonyId}`);
    },
  });
  const startsAt = instantAt(date, time, fair.timeZone);
  const isReady = isWritten(title) && isWritten(stage) && startsAt !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    plan.mutate({ params: { fairId }, body: { title: written(title) ?? {}, stage: written(stage) ?? {}, startsAt } });
  };
  return (
    <form className={shared.field} onSubmit={submit}>
      <p className={shared.muted}>{t("ceremony.oneLanguage")}</p>
      <TwoLanguages zhLabel={t("ceremony.nameZh")} enLabel={t("ceremony.nameEn")} text={title} most={300} change={setTitle} />
      <TwoLanguages zhLabel={t("ceremony.stageZh")} enLabel={t("ceremony.stageEn")} text={stage} most={200} change={setStage} />
      <div className={styles.twoTexts}>
        <TextInput
          type="date"
          required
          label={t("ceremony.date")}
          value={date}
          onChange={({ currentTarget }) => setDate(currentTarget.value)}
        />
        <TextInput
          type="time"
          required
          label={t("ceremony.time")}
          value={time}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
        />
      </div>
      <div className={shared.actions}>
        <Button type="submit" disabled={!isReady} loading={plan.isPending}>
          {t("ceremony.planYes")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </form>
  );
}

/** For organizers: a ceremony with its stage and its hour; its run of show is written afterwards. */
export default function PlanCeremony() {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button leftSection={<Icon name="plus" size={18} />} onClick={() => open(true)}>
        {t("ceremony.plan")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => open(false)}
        title={t("ceremony.planTitle")}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t("state.close") }}
      >
        <Form close={() => open(false)} />
      </Modal>
    </>
  );
}
