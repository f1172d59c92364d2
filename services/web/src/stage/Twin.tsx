import type { CSSProperties } from "react";
import type { Localized } from "../language/names.tsx";
import { type Room, sizeFor } from "./fit.ts";
import styles from "./stage.module.css";

/** How much smaller the English line under the Chinese one is set. */
const SECOND = 0.6;
const SMALLEST = 1.7;

interface TwinProps {
  readonly of: Localized | undefined;
  /** Width in hundredths of the screen's width. */
  readonly width: number;
  /** Size of the Chinese line in hundredths of the screen's width; 1.7 are 32 pixels on a screen of 1,920. */
  readonly size: number;
  readonly lines?: number;
  readonly as?: "h1" | "h2" | "p" | "div";
  readonly tone?: "ink" | "gold" | "quiet";
  /** Both beside each other where there is room. */
  readonly isInline?: boolean;
}

const style = (text: string, room: Room): CSSProperties =>
  ({ "--size": sizeFor(text, room), "--lines": room.lines === 1 ? 1 : room.lines + 1 }) as CSSProperties;

/** One text in Chinese and in English, each as large as fits. What exists in one language only stands alone. */
export function Twin({ of, width, size, lines = 2, as: Tag = "div", tone = "ink", isInline = false }: TwinProps) {
  const { zh, en } = of ?? {};
  const room = { width, lines, largest: size, smallest: SMALLEST };
  const second = { ...room, largest: Math.max(SMALLEST, size * (zh === undefined ? 0.9 : SECOND)) };
  return (
    <Tag className={styles.twin} data-tone={tone} data-inline={isInline} translate="no">
      {zh !== undefined && (
        <bdi className={styles.zh} lang="zh-Hans" style={style(zh, room)}>
          {zh}
        </bdi>
      )}
      {en !== undefined && (
        <bdi className={styles.en} lang="en" data-alone={zh === undefined} style={style(en, second)}>
          {en}
        </bdi>
      )}
    </Tag>
  );
}
