import { type ReactNode, useEffect } from "react";
import styles from "./shared.module.css";

interface PageProps {
  readonly title: string;
  /** The title is a name that people wrote. */
  readonly isTitleData?: boolean;
  /** The way back. */
  readonly above?: ReactNode;
  readonly aside?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A screen's frame: its title, what stands beside it, and what it shows. */
export function Page({ title, isTitleData = false, above, aside, wide = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rialto`;
  }, [title]);
  return (
    <main className={styles.page} data-wide={wide} id="content" tabIndex={-1}>
      <div className={styles.pageHead}>
        <div>
          {above}
          <h1 {...(isTitleData ? { translate: "no" as const, dir: "auto" } : {})}>{title}</h1>
        </div>
        {aside}
      </div>
      {children}
    </main>
  );
}

/** A part of a screen under its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A thing among others. */
export function Card({
  children,
  tone,
  as: Tag = "article",
  label,
}: {
  children: ReactNode;
  tone?: string | undefined;
  as?: "article" | "li" | "div";
  label?: string;
}) {
  return (
    <Tag className={styles.card} data-tone={tone} aria-label={label}>
      {children}
    </Tag>
  );
}
