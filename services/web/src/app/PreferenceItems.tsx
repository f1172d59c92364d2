import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../language/i18n.ts";
import { Icon } from "../shared/Icon.tsx";
import { useOtherLanguage, useOtherTheme } from "./Preferences.tsx";

export function LanguageItem() {
  const { tag, name } = useOtherLanguage();
  return (
    <Menu.Item leftSection={<Icon name="globe" size={18} />} onClick={() => void chooseLanguage(tag)} lang={tag} translate="no">
      {name}
    </Menu.Item>
  );
}

export function ThemeItem() {
  const { t } = useTranslation();
  const { other, choose } = useOtherTheme();
  return (
    <Menu.Item leftSection={<Icon name="moon" size={18} />} onClick={choose}>
      {t(`menu.${other}`)}
    </Menu.Item>
  );
}
