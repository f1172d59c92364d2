import styles from "./stage.module.css";
import { type StageWord, word } from "./words.ts";

/** What this is, in two words: 签约 Signing. */
export function Eyebrow({ of, isLoud = false }: { of: StageWord; isLoud?: boolean }) {
  const { zh, en } = word(of);
  return (
    <p className={styles.eyebrow} data-loud={isLoud}>
      <span lang="zh-Hans">{zh}</span>
      <span lang="en">{en}</span>
    </p>
  );
}

/** A caption beside a name: two words side by side, quiet. */
export function Caption({ of }: { of: StageWord }) {
  const { zh, en } = word(of);
  return (
    <span className={styles.caption}>
      <span lang="zh-Hans">{zh}</span>
      <span lang="en">{en}</span>
    </span>
  );
}
