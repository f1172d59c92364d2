import { useTranslation } from "react-i18next";
import { Name } from "../language/names.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import styles from "./host.module.css";
import { copiesOf, type Hand, type Signing } from "./show.ts";

const marks: Record<Hand, { readonly icon: IconName; readonly key: "signed" | "signsNow" | "signsLater" }> = {
  signed: { icon: "check", key: "signed" },
  due: { icon: "pen", key: "signsNow" },
  later: { icon: "hourglass", key: "signsLater" },
};

/** Every signature on every copy: what stands, what is due, what is to come. */
export function Copies({ signing }: { signing: Signing }) {
  const { t } = useTranslation();
  return (
    <div className={styles.copies} role="group" aria-label={t("ceremony.copies")}>
      {copiesOf(signing).map(({ organizationId, party, hands }) => (
        <section key={organizationId} className={styles.copy}>
          <h4>
            <CopyTitle party={party} />
          </h4>
          <ul>
            {hands.map(({ signatoryId, name, state }) => (
              <li key={signatoryId} data-state={state}>
                <Icon name={marks[state].icon} size={20} />
                <Name of={name} className={styles.hand} />
                <span className={styles.handState}>{t(`ceremony.${marks[state].key}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function CopyTitle({ party }: { party: ReturnType<typeof copiesOf>[number]["party"] }) {
  const { t } = useTranslation();
  const [before, after] = t("ceremony.copyOf", { party: "\u0000" }).split("\u0000");
  return (
    <>
      {before}
      <Name of={party} />
      {after}
    </>
  );
}
