import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type TwoTexts, typed } from "../company/draft.ts";
import { Icon } from "../shared/Icon.tsx";
import styles from "./host.module.css";
import { type ItemDraft, MOST_MINUTES } from "./run-draft.ts";
import { TwoLanguages } from "./TwoLanguages.tsx";

interface Props {
  readonly item: ItemDraft;
  readonly change: (part: Partial<ItemDraft>) => void;
}

const MOST_RECIPIENTS = 20;

function Recipients({ item: { recipients }, change }: Props) {
  const { t } = useTranslation();
  const put = (place: number, text: TwoTexts) => change({ recipients: recipients.with(place, text) });
  return (
    <>
      {recipients.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
        <div key={place} className={styles.recipient}>
          <TwoLanguages
            zhLabel={t("ceremony.recipientZh", { number: place + 1 })}
            enLabel={t("ceremony.recipientEn", { number: place + 1 })}
            text={text}
            most={200}
            isNeeded={place === 0}
            change={(next) => put(place, next)}
          />
          {recipients.length > 1 && (
            <button
              type="button"
              className={styles.small}
              aria-label={t("ceremony.removeRecipient", { number: place + 1 })}
              onClick={() => change({ recipients: recipients.toSpliced(place, 1) })}
            >
              <Icon name="cross" size={18} />
            </button>
          )}
        </div>
      ))}
      {recipients.length < MOST_RECIPIENTS && (
        <Button
          variant="subtle"
          justify="start"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => change({ recipients: [...recipients, typed(undefined)] })}
        >
          {t("ceremony.addRecipient")}
        </Button>
      )}
    </>
  );
}

/** The fields of an item by its kind; a signing has its words from the agreement. */
export function ItemFields({ item, change }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {item.kind !== "signing" && (
        <TwoLanguages
          zhLabel={t("ceremony.nameZh")}
          enLabel={t("ceremony.nameEn")}
          text={item.title}
          most={300}
          change={(title) => change({ title })}
        />
      )}
      {item.kind === "speech" && (
        <TwoLanguages
          zhLabel={t("ceremony.personZh")}
          enLabel={t("ceremony.personEn")}
          text={item.speaker}
          most={200}
          change={(speaker) => change({ speaker })}
        />
      )}
      {item.kind === "plaqueConferral" && (
        <>
          <TwoLanguages
            zhLabel={t("ceremony.conferrerZh")}
            enLabel={t("ceremony.conferrerEn")}
            text={item.conferrer}
            most={200}
            change={(conferrer) => change({ conferrer })}
          />
          <Recipients item={item} change={change} />
        </>
      )}
      <TextInput
        className={styles.duration ?? ""}
        type="number"
        inputMode="numeric"
        label={t("ceremony.duration")}
        min={1}
        max={MOST_MINUTES}
        required
        value={item.minutes === 0 ? "" : item.minutes}
        onChange={({ currentTarget }) => change({ minutes: Math.trunc(Math.abs(Number(currentTarget.value))) })}
      />
    </>
  );
}
