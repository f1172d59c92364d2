import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePlace } from "../session/place.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import styles from "./numbers.module.css";

interface Props {
  /** Its word is the message `numbers.<id>`. */
  readonly id: "openRequests" | "scheduled" | "held" | "missed" | "cancelled" | "booths" | "notifications" | "waiting";
  readonly icon: IconName;
  readonly value: number | undefined;
  /** There are more than were counted. */
  readonly isMore?: boolean;
  /** A word more about it. */
  readonly note?: string;
  readonly to?: string;
}

/** One number. */
export function Tile({ id, icon, value, isMore = false, note, to }: Props) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const number = value === undefined ? "–" : `${format.number(value)}${isMore ? "+" : ""}`;
  return (
    <li className={styles.tile} data-number={id}>
      <span className={styles.what}>
        <Icon name={icon} size={18} /> {to === undefined ? t(`numbers.${id}`) : <Link to={to}>{t(`numbers.${id}`)}</Link>}
      </span>
      <strong>{number}</strong>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </li>
  );
}
