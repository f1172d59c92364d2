import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import styles from "./company.module.css";

interface Props {
  /** What the clashing fields are called. */
  readonly fields: readonly string[];
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** A colleague changed the same fields meanwhile: said plainly, and nothing typed is lost. */
export function Clash({ fields, keepMine, takeTheirs }: Props) {
  const { t, i18n } = useTranslation();
  if (fields.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language === "zh" ? "zh-CN" : "en-GB", { type: "conjunction" }).format(fields);
  return (
    <div className={styles.clash} role="alert">
      <p>
        <Icon name="warn" size={18} />
        <span>
          <strong>{t("company.clash.title", { list })}</strong> {t("company.clash.help")}
        </span>
      </p>
      <div className={shared.actions}>
        <Button size="sm" onClick={keepMine}>
          {t("company.clash.mine")}
        </Button>
        <Button size="sm" variant="default" onClick={takeTheirs}>
          {t("company.clash.theirs")}
        </Button>
      </div>
    </div>
  );
}
