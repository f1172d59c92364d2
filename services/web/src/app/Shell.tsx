import { type ReactNode, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation, useNavigate } from "react-router";
import { CheckInQueue } from "../check-in/CheckInQueue.tsx";
import { Bell } from "../inbox/Bell.tsx";
import { Toasts } from "../inbox/Toasts.tsx";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { afterPaint } from "../shared/after-paint.ts";
import { Icon } from "../shared/Icon.tsx";
import { Waiting } from "../shared/States.tsx";
import { useWhenIdle } from "../shared/use-when-idle.ts";
import { areasOf } from "./areas.ts";
import { ConnectionLine } from "./ConnectionLine.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { pieces } from "./pieces.ts";
import styles from "./shell.module.css";

function Navigation() {
  const { t } = useTranslation();
  const { roles } = usePlace();
  const load = useCallback(async () => {
    // One after the other: a tap in between need not wait for all.
    for (const { key } of areasOf(roles)) await pieces[key]();
  }, [roles]);
  useWhenIdle(load);
  // The tab answers the finger at once; its screen is drawn after that.
  const { key: here } = useLocation();
  const navigate = useNavigate();
  const [tapped, tap] = useState<{ readonly path: string; readonly from: string }>();
  const isGoing = (path: string) => tapped?.path === path && tapped.from === here;
  return (
    <nav className={styles.nav} aria-label={t("nav.label")}>
      {areasOf(roles).map(({ path, key, icon }) => (
        <NavLink
          key={path}
          to={path}
          className={styles.tab ?? ""}
          data-going={isGoing(path)}
          onClick={(event) => {
            // With a key held it is a new tab or window, which is the browser's affair.
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            tap({ path, from: here });
            afterPaint(() => void navigate(path));
          }}
        >
          <Icon name={icon} size={22} />
          <span>{t(`nav.${key}`)}</span>
        </NavLink>
      ))}
    </nav>
  );
}

/** The frame around every screen of people who are signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { fair } = usePlace();
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t("nav.skip")}
      </a>
      <header className={styles.head}>
        <Link to="/" className={styles.brand}>
          <img src="/icon.svg" alt="" width={30} height={30} />
          <span className={styles.brandText}>
            <strong translate="no">Rialto</strong>
            <Name of={fair.name} className={styles.fairName} />
          </span>
        </Link>
        <div className={styles.tools}>
          <Bell />
          <PersonMenu />
        </div>
      </header>
      <Navigation />
      <div className={styles.body}>
        <ConnectionLine />
        <CheckInQueue />
        <Suspense
          fallback={
            <div className={styles.pending}>
              <Waiting rows={4} />
            </div>
          }
        >
          {children}
        </Suspense>
      </div>
      <Toasts />
    </div>
  );
}
