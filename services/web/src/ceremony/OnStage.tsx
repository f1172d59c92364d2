import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Localized, Name } from "../language/names.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { Copies } from "./Copies.tsx";
import styles from "./host.module.css";
import { kindIcons } from "./kinds.ts";
import type { Item, Signing } from "./show.ts";
import { useStageWords } from "./words.ts";

/** What the audience reads of this signing; the host says no more than that aloud. */
function Announced({ announcement }: Pick<Signing, "announcement">) {
  const { t } = useTranslation();
  if (!announcement.agreement)
    return (
      <Pill tone="warn" icon="slash">
        {t("ceremony.hidden")}
      </Pill>
    );
  return <Pill icon="stage">{t(announcement.amount ? "ceremony.withAmount" : "ceremony.noAmount")}</Pill>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Named({ label, of }: { label: string; of: Localized | undefined }) {
  if (of === undefined) return null;
  return (
    <Fact label={label}>
      <Name of={of} />
    </Fact>
  );
}

function People({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { recipients = [] } = item;
  return (
    <dl className={styles.facts}>
      <Named label={t("ceremony.speaker")} of={item.speaker} />
      <Named label={t("ceremony.conferrer")} of={item.conferrer} />
      {recipients.length > 0 && (
        <Fact label={t("ceremony.recipients")}>
          <ul>
            {recipients.map((name) => (
              <li key={JSON.stringify(name)}>
                <Name of={name} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

/** The item on stage with everything the host reads from it. */
export function OnStage({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { title } = useStageWords();
  return (
    <article className={styles.now} aria-label={t("ceremony.now")}>
      <div className={shared.row}>
        <Pill tone="accent" icon={kindIcons[item.kind]}>
          {t(`ceremony.kind.${item.kind}`)}
        </Pill>
        {item.step !== "called" && (
          <Pill tone="good" icon="check">
            {t(`ceremony.itemStep.${item.step}`)}
          </Pill>
        )}
        <span className={styles.minutes}>
          <Icon name="clock" size={16} /> {t("ceremony.minutes", { count: item.minutes })}
        </span>
      </div>
      <h2 className={styles.nowTitle} dir="auto" translate="no">
        {title(item)}
      </h2>
      {item.signing === undefined ? (
        <People item={item} />
      ) : (
        <>
          <Announced announcement={item.signing.announcement} />
          <Copies signing={item.signing} />
        </>
      )}
    </article>
  );
}
