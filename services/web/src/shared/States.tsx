import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useProblemSentence } from "../data/use-say-problem.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./shared.module.css";

/** The shape of what comes, instead of a spinner. */
export function Waiting({ rows = 3, tall = false }: { rows?: number; tall?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.unseen}>{t("state.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else
        <Skeleton key={row} height={tall ? 132 : 68} radius={10} />
      ))}
    </div>
  );
}

/** Nothing is here, and what to do about it. */
export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={28} />
      <h3>{title}</h3>
      {children !== undefined && <div className={styles.emptyText}>{children}</div>}
    </div>
  );
}

/** It could not be fetched, and there is nothing older to show. */
export function Failed({ error, again }: { error: Error | null; again: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  return (
    <div className={styles.empty} role="alert">
      <Icon name="cloud" size={28} />
      <h3 translate="no">{error === null ? t("problem.unreachable") : sentence(error)}</h3>
      <Button variant="default" onClick={again}>
        {t("state.again")}
      </Button>
    </div>
  );
}

interface Read<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** One reading with its three faces. What was read before stays on the screen while a new answer fails. */
export function Loaded<Data>({ of, rows, children }: { of: Read<Data>; rows?: number; children: (data: Data) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) return <Failed error={of.error} again={() => of.refetch()} />;
  return <Waiting rows={rows ?? 3} />;
}
