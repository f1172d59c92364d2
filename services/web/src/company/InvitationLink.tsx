import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Localized, Name } from "../language/names.tsx";
import shared from "../shared/shared.module.css";
import styles from "./company.module.css";

export interface Invited {
  readonly name: Localized;
  /** Absent: the person has an account already, and signs in with it. */
  readonly token: string | undefined;
}

/** The way in for somebody new: shown once, to be sent on. The token stands behind the #, which no server sees. */
export function InvitationLink({ invited: { name, token }, close }: { invited: Invited; close: () => void }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}/invitation#${token ?? ""}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className={styles.invited} role="status">
      <p>
        <Name of={name} className={shared.strong} />
        {": "}
        {t(token === undefined ? "company.people.knows" : "company.people.link")}
      </p>
      {token !== undefined && (
        <TextInput
          label={t("company.people.linkLabel")}
          value={link}
          readOnly
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <div className={shared.actions}>
        {token !== undefined && (
          <Button size="sm" onClick={() => void copy()}>
            {t(isCopied ? "company.people.copied" : "company.people.copy")}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={close}>
          {t("state.close")}
        </Button>
      </div>
    </div>
  );
}
