import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Icon } from "../shared/Icon.tsx";
import styles from "./stage.module.css";
import { useFullScreen } from "./use-screen.ts";

/** For whoever sets the screen up; gone when the pointer rests. */
export function Controls() {
  const { t } = useTranslation();
  const { isFull, toggle } = useFullScreen();
  return (
    <nav className={styles.controls} aria-label={t("stage.controls")}>
      <Link to="/">
        <Icon name="back" size={20} />
        {t("stage.back")}
      </Link>
      {document.fullscreenEnabled && (
        <button type="button" onClick={toggle}>
          <Icon name="stage" size={20} />
          {t(isFull ? "stage.leaveFullScreen" : "stage.fullScreen")}
        </button>
      )}
    </nav>
  );
}
