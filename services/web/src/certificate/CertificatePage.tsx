import { Button, TextInput } from "@mantine/core";
import { verifyCertificate } from "@rialto/contracts/ceremonies/operations/certificates";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { Preferences } from "../app/Preferences.tsx";
import { useOperation } from "../data/use-operation.ts";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import { type Asked, askedBy } from "./asked.ts";
import styles from "./certificate.module.css";
import { Banner, Certificate } from "./Verdict.tsx";

function CodeForm({ asked }: { asked: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState(asked);
  useEffect(() => setCode(asked), [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "") void navigate(`/certificate/${encodeURIComponent(code.trim())}`);
  };
  return (
    <form onSubmit={submit} className={`${styles.form} no-print`}>
      <TextInput
        label={t("certificate.code")}
        description={t("certificate.codeHelp")}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        maxLength={40}
        required
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        className={styles.field}
        classNames={{ input: styles.mono ?? "" }}
      />
      <Button type="submit">{t("certificate.check")}</Button>
    </form>
  );
}

function Answer({ asked: { code, head, isHeadDamaged } }: { asked: Extract<Asked, { is: "code" }> }) {
  const { t } = useTranslation();
  const read = useOperation(verifyCertificate, { params: { code }, query: head === undefined ? {} : { head } });
  return (
    <Loaded of={read} rows={4}>
      {(answer) => (
        <>
          {isHeadDamaged && (
            <p className={styles.notice}>
              <Icon name="warn" size={20} /> {t("certificate.headIgnored")}
            </p>
          )}
          {answer.verdict === "unknown" ? <Banner verdict="unknown" /> : <Certificate known={answer} typed={code} />}
        </>
      )}
    </Loaded>
  );
}

/** Anybody with a code learns whether a certificate is what it seems. */
export default function CertificatePage() {
  const { t } = useTranslation();
  const { code } = useParams();
  const [search] = useSearchParams();
  const asked = askedBy(code, search.get("head"));
  return (
    <div className={styles.page}>
      <header className={`${styles.head} no-print`}>
        <Link to="/" className={styles.brand} title={t("certificate.toFair")}>
          <img src="/icon.svg" alt="" width={30} height={30} />
          <strong translate="no">Rialto</strong>
        </Link>
        <Preferences />
      </header>
      <Page title={t("certificate.title")}>
        {asked.is === "nothing" && <p className={styles.help}>{t("certificate.intro")}</p>}
        <CodeForm asked={asked.is === "code" ? asked.code : ""} />
        {asked.is === "malformed" && (
          <Banner verdict="unknown">
            <p>{t("certificate.malformed")}</p>
          </Banner>
        )}
        {asked.is === "code" && <Answer asked={asked} />}
      </Page>
    </div>
  );
}
