import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./shared.module.css";

export type Tone = "good" | "warn" | "bad" | "calm" | "accent";

/** A status: an icon and a word; the colour only underlines them. */
export function Pill({ tone = "calm", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </span>
  );
}
