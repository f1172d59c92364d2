import { TextInput } from "@mantine/core";
import type { TwoTexts } from "../company/draft.ts";
import styles from "./host.module.css";

interface Props {
  readonly zhLabel: string;
  readonly enLabel: string;
  readonly text: TwoTexts;
  readonly most: number;
  readonly isNeeded?: boolean;
  readonly error?: string | undefined;
  readonly change: (text: TwoTexts) => void;
}

/** One line of the stage in both its languages; one of them is enough. */
export function TwoLanguages({ zhLabel, enLabel, text, most, isNeeded = true, error, change }: Props) {
  const common = { maxLength: most, dir: "auto" as const, "aria-required": isNeeded };
  return (
    <div className={styles.twoTexts}>
      <TextInput
        {...common}
        label={zhLabel}
        lang="zh-Hans"
        value={text.zh}
        onChange={({ currentTarget }) => change({ ...text, zh: currentTarget.value })}
      />
      <TextInput
        {...common}
        label={enLabel}
        lang="en"
        value={text.en}
        error={error}
        onChange={({ currentTarget }) => change({ ...text, en: currentTarget.value })}
      />
    </div>
  );
}
