import { Button } from "@mantine/core";
import type { Verification } from "@rialto/contracts/ceremonies/shapes";
import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { type Localized, Name, Verbatim } from "../language/names.tsx";
import { useFormat } from "../language/use-format.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { addressOf, asPrinted, shortened } from "./asked.ts";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./certificate.module.css";
import { Trail } from "./Trail.tsx";

const QrCode = lazy(() => import("../check-in/QrCode.tsx"));

type Known = Exclude<z.output<typeof Verification>, { verdict: "unknown" }>;

const looks = {
  valid: { icon: "merchants", tone: "good" },
  tampered: { icon: "warn", tone: "bad" },
  unknown: { icon: "find", tone: "calm" },
} as const satisfies Record<string, { icon: IconName; tone: string }>;

/** The answer in one word, an icon and a colour. */
export function Banner({ verdict, children }: { verdict: keyof typeof looks; children?: ReactNode }) {
  const { t } = useTranslation();
  const { icon, tone } = looks[verdict];
  return (
    <div className={styles.banner} data-tone={tone} role="status">
      <Icon name={icon} size={44} />
      <div>
        <h2>{t(`certificate.${verdict}`)}</h2>
        <p>{t(`certificate.${verdict}Help`)}</p>
        {children}
      </div>
    </div>
  );
}

function Damage({ tamperedWith, firstBroken = 0 }: Known) {
  const { t } = useTranslation();
  if (tamperedWith === undefined) return null;
  return <p>{t(`certificate.with.${tamperedWith}`, { number: firstBroken + 1 })}</p>;
}

function BothNames({ of }: { of: Localized }) {
  return (
    <span className={styles.both}>
      {of.zh !== undefined && (
        <bdi lang="zh-Hans" translate="no">
          {of.zh}
        </bdi>
      )}
      {of.en !== undefined && (
        <bdi lang="en" translate="no">
          {of.en}
        </bdi>
      )}
    </span>
  );
}

function Names({ label, of }: { label: string; of: readonly Localized[] | undefined }) {
  if (of === undefined || of.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {of.map((name) => (
        <dd key={JSON.stringify(name)}>
          <BothNames of={name} />
        </dd>
      ))}
    </div>
  );
}

function Facts({ known, code }: { known: Known; code: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, issuedAt, trailHead } = known;
  return (
    <dl className={styles.facts}>
      <Names label={t("certificate.parties")} of={known.partyNames} />
      <Names label={t("certificate.recipients")} of={known.recipients} />
      {amount !== undefined && (
        <div>
          <dt>{t(`certificate.amount.${amount.amountKind}`)}</dt>
          <dd translate="no">{format.money(amount.money)}</dd>
        </div>
      )}
      <div>
        <dt>{t("certificate.issued")}</dt>
        <dd>{format.moment(issuedAt)}</dd>
      </div>
      <div>
        <dt>{t("certificate.number")}</dt>
        <dd>
          <Verbatim className={styles.mono}>{code}</Verbatim>
        </dd>
      </div>
      <div>
        <dt>{t("certificate.seal")}</dt>
        <dd className={styles.seal}>
          <Verbatim className={styles.mono}>{shortened(trailHead)}</Verbatim>
          <CopyButton text={trailHead} label={t("certificate.copySeal")} />
        </dd>
      </div>
    </dl>
  );
}

/** The certificate itself, for the screen and for paper. */
export function Certificate({ known, typed }: { known: Known; typed: string }) {
  const { t } = useTranslation();
  const code = asPrinted(typed);
  const address = addressOf(window.location.origin, code, known.trailHead);
  return (
    <>
      <Banner verdict={known.verdict}>
        <Damage {...known} />
      </Banner>
      <article className={styles.certificate} data-verdict={known.verdict}>
        <div className={styles.main}>
          <p className={styles.kind}>
            {t(`certificate.subject.${known.subject}`)}
            {known.agreementKind !== undefined && ` · ${t(`certificate.kind.${known.agreementKind}`)}`}
          </p>
          {known.title === undefined ? (
            <p className={styles.help}>{t("certificate.undisclosed")}</p>
          ) : (
            <h2 className={styles.subject}>
              <Name of={known.title} />
            </h2>
          )}
          <Facts known={known} code={code} />
        </div>
        <figure className={styles.code}>
          <Suspense fallback={<div className={styles.qrPlace} />}>
            <QrCode text={address} label={t("certificate.qr")} />
          </Suspense>
          <figcaption>{t("certificate.qrHelp")}</figcaption>
          <div className={`${styles.tools} no-print`}>
            <CopyButton text={address}>{t("certificate.copyLink")}</CopyButton>
            <Button variant="default" size="sm" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
              {t("certificate.print")}
            </Button>
          </div>
        </figure>
      </article>
      <Trail trail={known.trail} head={known.trailHead} firstBroken={known.firstBroken} />
      <p className={styles.help}>{t("certificate.noLaw")}</p>
    </>
  );
}
