import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Section } from "../shared/Page.tsx";
import styles from "./company.module.css";
import type { Organization } from "./missing.ts";
import { ProfileForm } from "./ProfileForm.tsx";

function Both({ text }: { text: { en?: string | undefined; zh?: string | undefined } | undefined }) {
  const { t } = useTranslation();
  if (text === undefined) return <span className={styles.none}>{t("company.notSaid")}</span>;
  return (["zh", "en"] as const).map((language) =>
    text[language] === undefined ? null : (
      <span key={language} className={styles.line} lang={language === "zh" ? "zh-Hans" : "en"}>
        <Verbatim>{text[language]}</Verbatim>
      </span>
    ),
  );
}

function Facts({ organization: { profile } }: { organization: Organization }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const none = <span className={styles.none}>{t("company.notSaid")}</span>;
  return (
    <dl className={styles.facts}>
      <dt>{t("company.field.name")}</dt>
      <dd>
        <Both text={profile.name} />
      </dd>
      <dt>{t("company.field.about")}</dt>
      <dd>
        <Both text={profile.about} />
      </dd>
      <dt>{t("company.field.country")}</dt>
      <dd>{format.country(profile.country)}</dd>
      <dt>{t("company.field.languages")}</dt>
      <dd>{profile.languages.length === 0 ? none : profile.languages.map(format.language).join(" · ")}</dd>
      <dt>{t("company.field.website")}</dt>
      <dd>
        {profile.website === undefined ? (
          none
        ) : (
          <a href={profile.website} target="_blank" rel="noopener noreferrer nofollow" translate="no">
            {profile.website}
          </a>
        )}
      </dd>
    </dl>
  );
}

/** What everybody at the fair can read about the organization. */
export function Profile({ organization, reread }: { organization: Organization; reread: () => Promise<Organization> }) {
  const { t } = useTranslation();
  const [isEditing, edit] = useState(false);
  const change = !isEditing && (
    <Button variant="subtle" leftSection={<Icon name="pen" size={16} />} onClick={() => edit(true)}>
      {t("company.change")}
    </Button>
  );
  return (
    <Section title={t("company.profile")} aside={change}>
      <Card tone={isEditing ? "accent" : undefined}>
        {isEditing ? (
          <ProfileForm organization={organization} reread={reread} close={() => edit(false)} />
        ) : (
          <Facts organization={organization} />
        )}
      </Card>
    </Section>
  );
}
