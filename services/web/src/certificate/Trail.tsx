import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../language/use-format.ts";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { shortened } from "./asked.ts";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./certificate.module.css";
import { type ChainVerdict, checkChain, type Entry } from "./chain.ts";

/** `ceremonies.signature-recorded.v1` in words; a fact that this release does not know keeps its name. */
function useFact() {
  const { t, i18n } = useTranslation();
  return (what: string): string => {
    const name = /^ceremonies\.([a-z-]+)\.v\d+$/.exec(what)?.[1] ?? "";
    const key = `certificate.what.${name}`;
    return i18n.exists(key) ? t(key as "certificate.what.item-called") : what;
  };
}

function OwnCheck({ verdict, count }: { verdict: ChainVerdict | undefined; count: number }) {
  const { t } = useTranslation();
  if (verdict === undefined) return <p>{t("certificate.ownChecking")}</p>;
  if (verdict.is === "impossible") return <p>{t("certificate.ownImpossible")}</p>;
  const isIntact = verdict.is === "intact";
  return (
    <p className={styles.ownCheck} data-tone={isIntact ? "good" : "bad"}>
      <Icon name={isIntact ? "check" : "warn"} size={20} />
      {isIntact ? t("certificate.ownGood", { count }) : t("certificate.ownBad", { number: verdict.at + 1 })}
    </p>
  );
}

function Line({ entry, isBroken }: { entry: Entry; isBroken: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const fact = useFact();
  return (
    <li className={styles.entry} data-broken={isBroken}>
      <span className={styles.number}>{entry.index + 1}</span>
      <div className={styles.entryWords}>
        <strong>{fact(entry.what)}</strong>
        <time dateTime={entry.at}>{moment(entry.at)}</time>
        <code translate="no" title={entry.hash}>
          {shortened(entry.hash)}
        </code>
      </div>
      {isBroken && (
        <Pill tone="bad" icon="warn">
          {t("certificate.entryBroken")}
        </Pill>
      )}
      <CopyButton text={entry.hash} label={t("certificate.copyHash", { number: entry.index + 1 })} />
    </li>
  );
}

/** The chain, readable, and recomputed by the reader's own browser. */
export function Trail({ trail, head, firstBroken }: { trail: readonly Entry[]; head: string; firstBroken: number | undefined }) {
  const { t } = useTranslation();
  const { data: own } = useQuery({ queryKey: ["chain", head, trail], queryFn: () => checkChain(trail, head) });
  const broken = firstBroken ?? (own?.is === "broken" ? own.at : Number.POSITIVE_INFINITY);
  return (
    <Section title={t("certificate.trail")}>
      <p className={styles.help}>{t("certificate.trailHelp")}</p>
      <div role="status">
        <OwnCheck verdict={own} count={trail.length} />
      </div>
      <ol className={styles.trail}>
        {trail.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a forged chain may repeat anything else
          <Line key={place} entry={entry} isBroken={place >= broken} />
        ))}
      </ol>
    </Section>
  );
}
