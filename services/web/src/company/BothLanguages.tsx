import { Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./company.module.css";
import type { TwoTexts } from "./draft.ts";

interface Props {
  readonly label: string;
  readonly text: TwoTexts;
  readonly change: (text: TwoTexts) => void;
  readonly most: number;
  readonly isLong?: boolean;
  readonly isNeeded?: boolean;
  readonly error?: string | undefined;
}

/** The same text in English and Chinese, side by side; at least one where it is needed. */
export function BothLanguages({ label, text, change, most, isLong = false, isNeeded = false, error }: Props) {
  const { t } = useTranslation();
  const field = (language: "en" | "zh") => {
    const props = {
      label: `${label} · ${t(`company.in.${language}`)}`,
      lang: language === "zh" ? "zh-Hans" : "en",
      dir: "auto" as const,
      maxLength: most,
      value: text[language],
      error: language === "en" ? error : undefined,
      "aria-required": isNeeded,
      onChange: (event: { currentTarget: { value: string } }) => change({ ...text, [language]: event.currentTarget.value }),
    };
    return isLong ? <Textarea {...props} autosize minRows={2} maxRows={8} /> : <TextInput {...props} />;
  };
  return (
    <div className={styles.twoTexts}>
      {field("zh")}
      {field("en")}
    </div>
  );
}
