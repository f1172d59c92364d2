import { Button, Select, TextInput } from "@mantine/core";
import { ProblemError } from "@rialto/client/problem-error";
import { changeOrganization } from "@rialto/contracts/registry/operations/organizations";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import { BothLanguages } from "./BothLanguages.tsx";
import { Clash } from "./Clash.tsx";
import { CodesField } from "./CodesField.tsx";
import { countryCodes, languageCodes } from "./codes.ts";
import styles from "./company.module.css";
import { draftOfProfile, isWritten, profileOf } from "./draft.ts";
import type { Organization } from "./missing.ts";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly organization: Organization;
  readonly reread: () => Promise<Organization>;
  readonly close: () => void;
}

const isAboutWebsite = (error: Error | null): boolean =>
  error instanceof ProblemError && error.errors.some(({ field }) => field.startsWith("website"));

/** The profile while it is being written. */
export function ProfileForm({ organization, reread, close }: Props) {
  const { t, i18n } = useTranslation();
  const { fairId, format } = usePlace();
  const { organizationId, profile } = organization;
  const { draft, clashes, change, keepMine, takeTheirs, against } = useDraft(draftOfProfile(profile));
  const [isLooked, setLooked] = useState(false);
  const save = useCommand(changeOrganization, { touches: ["organization", "recommendations"], onDone: close });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (!isWritten(draft.name) || clashes.length > 0) return;
    const ready = against(draftOfProfile((await reread()).profile));
    if (ready !== undefined) save.mutate({ params: { fairId, organizationId }, body: profileOf(ready, profile.role) });
  };
  const countries = countryCodes
    .map((value) => ({ value, label: format.country(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} aria-label={t("company.profile")} noValidate>
      <Clash fields={clashes.map((field) => t(`company.field.${field}`))} keepMine={keepMine} takeTheirs={takeTheirs} />
      <BothLanguages
        label={t("company.field.name")}
        text={draft.name}
        most={200}
        isNeeded
        error={isLooked && !isWritten(draft.name) ? t("company.nameNeeded") : undefined}
        change={(name) => change({ name })}
      />
      <BothLanguages
        label={t("company.field.about")}
        text={draft.about}
        most={4_000}
        isLong
        change={(about) => change({ about })}
      />
      <Select
        label={t("company.field.country")}
        data={countries}
        value={draft.country}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("find.nothing")}
        comboboxProps={{ withinPortal: false }}
        onChange={(country) => country !== null && change({ country })}
      />
      <CodesField
        label={t("company.field.languages")}
        codes={languageCodes}
        nameOf={format.language}
        chosen={draft.languages}
        most={20}
        change={(languages) => change({ languages })}
      />
      <TextInput
        label={t("company.field.website")}
        type="url"
        inputMode="url"
        dir="ltr"
        placeholder="https://"
        maxLength={300}
        value={draft.website}
        error={isAboutWebsite(save.error) ? t("company.websiteWrong") : undefined}
        onChange={(event) => change({ website: event.currentTarget.value })}
      />
      <div className={shared.actions}>
        <Button type="submit" loading={save.isPending} disabled={clashes.length > 0}>
          {t("company.save")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </form>
  );
}
