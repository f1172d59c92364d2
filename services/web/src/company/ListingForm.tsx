import { Button, TagsInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import { BothLanguages } from "./BothLanguages.tsx";
import { Clash } from "./Clash.tsx";
import { CodesField } from "./CodesField.tsx";
import { countryCodes } from "./codes.ts";
import styles from "./company.module.css";
import { isWritten, type ListingDraft } from "./draft.ts";
import { HsPicker } from "./HsPicker.tsx";
import type { Kind } from "./kinds.ts";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly kind: Kind;
  readonly current: ListingDraft;
  readonly isNew: boolean;
  /** A colleague has withdrawn it while it was being changed here. */
  readonly isGone: boolean;
  readonly isBusy: boolean;
  /** Looks once more what it reads now, right before it is replaced. */
  readonly newest: () => Promise<ListingDraft>;
  readonly save: (draft: ListingDraft) => void;
  readonly close: () => void;
}

/** Something that is sold or sought, while it is being written. */
export function ListingForm({ kind, current, isNew, isGone, isBusy, newest, save, close }: Props) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { draft, clashes, change, keepMine, takeTheirs, against } = useDraft(current);
  const [isLooked, setLooked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (!isWritten(draft.title) || clashes.length > 0) return;
    const ready = against(await newest());
    if (ready !== undefined) save(ready);
  };
  const needsTitle = isLooked && !isWritten(draft.title) ? t("company.titleNeeded") : undefined;
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} aria-label={t(`company.${kind}.form`)} noValidate>
      {isGone && (
        <p className={styles.gone} role="alert">
          <Icon name="warn" size={18} /> {t("company.gone")}
        </p>
      )}
      <Clash fields={clashes.map((field) => t(`company.field.${field}`))} keepMine={keepMine} takeTheirs={takeTheirs} />
      <BothLanguages
        label={t("company.field.title")}
        text={draft.title}
        most={200}
        isNeeded
        error={needsTitle}
        change={(title) => change({ title })}
      />
      <HsPicker
        chosen={draft.hsCodes}
        words={draft.title.zh.trim() === "" ? draft.title.en : draft.title.zh}
        change={(hsCodes) => change({ hsCodes })}
      />
      <BothLanguages
        label={t("company.field.description")}
        text={draft.description}
        most={4_000}
        isLong
        change={(description) => change({ description })}
      />
      <CodesField
        label={t(`company.${kind}.markets`)}
        description={t("company.marketsHelp")}
        codes={countryCodes}
        nameOf={format.country}
        chosen={draft.markets}
        most={250}
        change={(markets) => change({ markets })}
      />
      <div className={styles.twoTexts}>
        <TagsInput
          label={t("company.field.tags")}
          description={t("company.tagsHelp")}
          value={[...draft.tags]}
          maxTags={30}
          maxLength={40}
          onChange={(tags) => change({ tags })}
        />
        <TagsInput
          label={t("company.field.certificates")}
          description={t("company.tagsHelp")}
          value={[...draft.certificates]}
          maxTags={20}
          maxLength={40}
          onChange={(certificates) => change({ certificates })}
        />
      </div>
      <div className={shared.actions}>
        <Button type="submit" loading={isBusy} disabled={clashes.length > 0}>
          {t(isNew || isGone ? "company.publish" : "company.save")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </form>
  );
}
