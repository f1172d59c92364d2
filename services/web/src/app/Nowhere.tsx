import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { session } from "../session/session.ts";
import { Empty } from "../shared/States.tsx";

/** An account without a role at any fair. */
export function Nowhere() {
  const { t } = useTranslation();
  return (
    <main style={{ padding: 24, maxWidth: 560, margin: "10vh auto" }}>
      <Empty icon="user" title={t("nowhere.title")}>
        <p>{t("nowhere.help")}</p>
        <Button variant="default" onClick={() => void session.signOut()}>
          {t("menu.signOut")}
        </Button>
      </Empty>
    </main>
  );
}
