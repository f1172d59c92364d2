import { Combobox, InputBase, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import styles from "./company.module.css";
import { HsCode } from "./HsCode.tsx";
import { useHsNames, useHsProposals } from "./use-hs.ts";

interface Props {
  readonly chosen: readonly string[];
  readonly change: (codes: string[]) => void;
  /** Codes are proposed for these words as long as nothing is typed: what the thing is called. */
  readonly words: string;
}

const MOST = 20;

function Chosen({ chosen, change }: Pick<Props, "chosen" | "change">) {
  const { t } = useTranslation();
  const names = useHsNames(chosen);
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chosen} aria-label={t("company.hs.chosen")}>
      {chosen.map((code) => (
        <li key={code}>
          <HsCode code={code} name={names.get(code)} />
          <button
            type="button"
            aria-label={t("company.hs.remove", { code })}
            onClick={() => change(chosen.filter((one) => one !== code))}
          >
            <Icon name="cross" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Goods in words become codes: typed in either language, proposed with how sure, chosen by tap or by arrow keys and Enter. */
export function HsPicker({ chosen, change, words }: Props) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const [text, setText] = useState("");
  const isFromTitle = text.trim() === "";
  const { items, isWaiting } = useHsProposals(isFromTitle ? words : text);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const proposed = items.filter(({ code }) => !chosen.includes(code));
  const pick = (code: string) => {
    change([...chosen, code]);
    setText("");
    combobox.closeDropdown();
  };
  const isEmpty = proposed.length === 0;
  const isUseful = !(isEmpty && isFromTitle);
  return (
    <div className={styles.hs}>
      <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false}>
        <Combobox.Target>
          <InputBase
            label={t("company.hs.label")}
            description={t("company.hs.help")}
            placeholder={t("company.hs.placeholder")}
            value={text}
            maxLength={200}
            autoComplete="off"
            leftSection={<Icon name="find" size={18} />}
            disabled={chosen.length >= MOST}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onClick={() => combobox.openDropdown()}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === "Enter" && combobox.dropdownOpened && combobox.getSelectedOptionIndex() < 0)
                event.preventDefault();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!isUseful && !isWaiting}>
          {isFromTitle && !isEmpty && <p className={styles.hsHint}>{t("company.hs.fromTitle")}</p>}
          <Combobox.Options aria-label={t("company.hs.label")} mah={320} style={{ overflowY: "auto" }}>
            {isWaiting && <Combobox.Empty>{t("state.loading")}</Combobox.Empty>}
            {isEmpty && !isWaiting && <Combobox.Empty>{t("company.hs.nothing")}</Combobox.Empty>}
            {proposed.map(({ code, name, confidence }) => (
              <Combobox.Option key={code} value={code} className={styles.hsOption ?? ""}>
                <HsCode code={code} name={name}>
                  {confidence !== undefined && (
                    <span className={styles.sure}>
                      <meter min={0} max={1} value={confidence} aria-label={t("company.hs.sure")} />
                      {format.percent(confidence)}
                    </span>
                  )}
                </HsCode>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Chosen chosen={chosen} change={change} />
    </div>
  );
}
