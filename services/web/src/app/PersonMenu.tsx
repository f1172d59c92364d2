import { ActionIcon } from "@mantine/core";
import { lazy, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import { useWhenIdle } from "../shared/use-when-idle.ts";

const OpenMenu = lazy(() => import("./OpenMenu.tsx"));

/** A button that becomes a menu as soon as the first screen has what it needs, or when somebody taps it before that. */
export function PersonMenu() {
  const { t } = useTranslation();
  const [wanted, want] = useState<"no" | "soon" | "now">("no");
  const fetchSoon = useCallback(async () => want((is) => (is === "no" ? "soon" : is)), []);
  useWhenIdle(fetchSoon);
  const plain = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t("menu.label")}
      aria-haspopup="menu"
      onClick={() => want("now")}
    >
      <Icon name="user" size={22} />
    </ActionIcon>
  );
  if (wanted === "no") return plain;
  return (
    <Suspense fallback={plain}>
      <OpenMenu isOpen={wanted === "now"} />
    </Suspense>
  );
}
