import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { addRepresentative } from "@rialto/contracts/registry/operations/representatives";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import { BothLanguages } from "./BothLanguages.tsx";
import { CodesField } from "./CodesField.tsx";
import { languageCodes } from "./codes.ts";
import styles from "./company.module.css";
import { isWritten, type TwoTexts, typed, written } from "./draft.ts";
import type { Invited } from "./InvitationLink.tsx";

const nothing: TwoTexts = typed(undefined);

/** A colleague who shall act for the organization too. */
export function InviteForm({ close, show }: { close: () => void; show: (invited: Invited) => void }) {
  const { t, i18n } = useTranslation();
  const { fairId, organizationId = "", format } = usePlace();
  const [name, setName] = useState(nothing);
  const [title, setTitle] = useState(nothing);
  const [email, setEmail] = useState("");
  const [languages, setLanguages] = useState<string[]>([]);
  const [language, setLanguage] = useState<"en" | "zh">(i18n.language === "zh" ? "zh" : "en");
  const [isLooked, setLooked] = useState(false);
  const add = useCommand(addRepresentative, {
    touches: ["organization"],
    onDone: ({ invitation }, { body }) => {
      show({ token: invitation?.token, name: body.profile.name });
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    const said = written(name);
    if (said === undefined || email.trim() === "") return;
    const called = written(title);
    const profile = { name: said, ...(called === undefined ? {} : { title: called }), languages };
    add.mutate({ params: { fairId, organizationId }, body: { email: email.trim(), language, profile } });
  };
  return (
    <form onSubmit={submit} className={styles.form} aria-label={t("company.people.invite")} noValidate>
      <BothLanguages
        label={t("company.people.name")}
        text={name}
        most={200}
        isNeeded
        error={isLooked && !isWritten(name) ? t("company.nameNeeded") : undefined}
        change={setName}
      />
      <BothLanguages label={t("company.people.position")} text={title} most={200} change={setTitle} />
      <TextInput
        label={t("signIn.email")}
        type="email"
        dir="ltr"
        maxLength={254}
        autoComplete="off"
        value={email}
        error={isLooked && email.trim() === "" ? t("company.people.emailNeeded") : undefined}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <CodesField
        label={t("company.field.languages")}
        codes={languageCodes}
        nameOf={format.language}
        chosen={languages}
        most={20}
        change={setLanguages}
      />
      <SegmentedControl
        aria-label={t("company.people.language")}
        data={[
          { value: "zh", label: t("company.in.zh") },
          { value: "en", label: t("company.in.en") },
        ]}
        value={language}
        onChange={(value) => setLanguage(value === "zh" ? "zh" : "en")}
      />
      <div className={shared.actions}>
        <Button type="submit" loading={add.isPending}>
          {t("company.people.invite")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </form>
  );
}
