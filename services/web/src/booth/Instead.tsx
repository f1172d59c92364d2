import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedBooth } from "../floor/booths.ts";
import { Verbatim } from "../language/names.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import styles from "./booth.module.css";

interface Props {
  readonly children: ReactNode;
  readonly free: readonly PlacedBooth[];
  readonly choose: (boothId: string) => void;
}

/** Why it cannot be this booth, and free ones close by, one tap each. */
export function Instead({ children, free, choose }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.instead} role="alert">
      <p>
        <Icon name="warn" size={18} />
        <span>{children}</span>
      </p>
      {free.length > 0 && (
        <>
          <p className={shared.muted}>{t("booth.nearby")}</p>
          <div className={shared.actions}>
            {free.map(({ boothId, code }) => (
              <Button key={boothId} size="sm" variant="light" onClick={() => choose(boothId)}>
                <Verbatim>{code}</Verbatim>
              </Button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
