import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import styles from "./host.module.css";
import type { Notice } from "./use-host.ts";
import { useStageWords } from "./words.ts";

/** Why the screen has moved without a press, or not moved after one. */
export function NoticeLine({ notice }: { notice: Notice | undefined }) {
  const { t } = useTranslation();
  const words = useStageWords();
  return (
    <div role="status" className={styles.noticePlace}>
      {notice?.kind === "unsure" && (
        <p className={styles.notice} data-tone="warn">
          <Icon name="cloud" size={20} />
          <span>{t("ceremony.unsure")}</span>
        </p>
      )}
      {notice?.kind === "other" && (
        <p className={styles.notice}>
          <Icon name="user" size={20} />
          <span>
            {t("ceremony.otherHost")}: <strong dir="auto">{words.happened(notice.happened)}</strong>{" "}
            <span className={styles.noticeHelp}>{t("ceremony.otherHostHelp")}</span>
          </span>
        </p>
      )}
    </div>
  );
}
