import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import styles from "./now.module.css";

function Bar({ label, share }: { label: string; share: number }) {
  const { format } = usePlace();
  return (
    <div className={styles.bar}>
      <span>{label}</span>
      <span className={styles.track} aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </span>
      <span className={styles.share}>{format.percent(share)}</span>
    </div>
  );
}

/** How likely both say yes: a match is only as good for me as it is for them. */
export function Fit({ score, fit }: { score: number; fit: { mine: number; theirs: number } }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  return (
    <div className={styles.fit}>
      <span className={styles.score} title={t("match.scoreHelp")}>
        <strong>{format.percent(score)}</strong>
        <span>{t("match.score")}</span>
      </span>
      <div className={styles.bars}>
        <Bar label={t("match.mine")} share={fit.mine} />
        <Bar label={t("match.theirs")} share={fit.theirs} />
      </div>
    </div>
  );
}
