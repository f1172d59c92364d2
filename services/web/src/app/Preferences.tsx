import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../language/i18n.ts";
import { Icon } from "../shared/Icon.tsx";
import styles from "./shell.module.css";

/** The other language, and how it is named by those who read it. */
export function useOtherLanguage() {
  const { i18n } = useTranslation();
  return i18n.language === "zh" ? ({ tag: "en", name: "English" } as const) : ({ tag: "zh", name: "中文" } as const);
}

/** Light while it is dark, and the other way round. */
export function useOtherTheme() {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme("light") === "dark" ? ("light" as const) : ("dark" as const);
  return { other, choose: () => setColorScheme(other) };
}

/** Language and theme as plain buttons, for pages without an account; these need no menu. */
export function Preferences() {
  const { t } = useTranslation();
  const { tag, name } = useOtherLanguage();
  const { other, choose } = useOtherTheme();
  return (
    <div className={styles.preferences}>
      <button type="button" onClick={() => void chooseLanguage(tag)} lang={tag} translate="no">
        <Icon name="globe" size={18} /> {name}
      </button>
      <button type="button" onClick={choose} aria-label={t(`menu.${other}`)}>
        <Icon name="moon" size={18} />
      </button>
    </div>
  );
}
