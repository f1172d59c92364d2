import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import shared from "../shared/shared.module.css";
import styles from "./schedule.module.css";

/** A whole number, or nothing. What is possible the service says. */
export function NumberField({
  label,
  value,
  change,
  least = 0,
  placeholder,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  least?: number;
  placeholder?: string;
}) {
  return (
    <label className={styles.number}>
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={least}
        max={120}
        value={value}
        placeholder={placeholder}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
}

export function Tick({ label, checked, change }: { label: ReactNode; checked: boolean; change: (checked: boolean) => void }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function Choice({
  label,
  value,
  change,
  options,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string; readonly isData?: boolean }[];
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} {...(option.isData ? { translate: "no" as const } : {})}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Fields({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fields}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** The button that begins a calculation, and what it does not do. */
export function Begin({ isBusy, isReady = true, label }: { isBusy: boolean; isReady?: boolean; label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={shared.muted}>{t("schedule.booksNothing")}</p>
      <div className={shared.actions}>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {label}
        </Button>
      </div>
    </>
  );
}

/** "" is nothing. */
export const numberOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));
