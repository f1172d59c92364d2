import { ActionIcon, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useName, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { session } from "../session/session.ts";
import { Icon } from "../shared/Icon.tsx";
import { LanguageItem, ThemeItem } from "./PreferenceItems.tsx";
import styles from "./shell.module.css";

/** Who is signed in, the language, the theme, and the way out. */
export default function OpenMenu({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation();
  const name = useName();
  const { person, roles } = usePlace();
  const { organizationName } = person.grants.find((grant) => grant.organizationName !== undefined) ?? {};
  return (
    <Menu defaultOpened={isOpen} position="bottom-end" width={270} shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t("menu.label")}>
          <Icon name="user" size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <Verbatim className={styles.whoName}>{name(person.name)}</Verbatim>
          {organizationName !== undefined && <Verbatim>{name(organizationName)}</Verbatim>}
          <span>{roles.map((role) => t(`role.${role}`)).join(" · ")}</span>
        </div>
        <Menu.Divider />
        <LanguageItem />
        <ThemeItem />
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" size={18} />} onClick={() => void session.signOut()}>
          {t("menu.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
