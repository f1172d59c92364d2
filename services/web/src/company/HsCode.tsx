import type { ReactNode } from "react";
import { type Localized, Name, Verbatim } from "../language/names.tsx";
import styles from "./company.module.css";

/** A code and what it is called. */
export function HsCode({ code, name, children }: { code: string; name: Localized | undefined; children?: ReactNode }) {
  return (
    <span className={styles.hsCode}>
      <Verbatim className={styles.hsNumber}>{code}</Verbatim>
      <Name of={name} className={styles.hsName} />
      {children}
    </span>
  );
}
