import { Skeleton } from "@mantine/core";
import { listFairs } from "@rialto/contracts/venue/operations/fairs";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { useFormat } from "../language/use-format.ts";
import { Icon } from "../shared/Icon.tsx";
import styles from "./entrance.module.css";

/** What everybody may know about the fair: its name, where and when, and what is on stage. */
export function FairCard() {
  const { t } = useTranslation();
  const fairs = useOperation(listFairs, { query: { limit: 1 } }, { keep: true });
  const fair = fairs.data?.items[0];
  const format = useFormat(fair?.timeZone);
  if (fairs.data === undefined && fairs.error === null) return <Skeleton height={96} />;
  if (fair === undefined) return <h1>{t("entrance.noFair")}</h1>;
  return (
    <div className={styles.fair}>
      <h1>
        <Name of={fair.name} />
      </h1>
      <p>
        <Icon name="pin" size={18} /> <Name of={fair.place} />
      </p>
      <p>
        <Icon name="day" size={18} /> {format.day(fair.firstSlotStartsAt)} – {format.day(fair.lastSlotEndsAt)}
      </p>
      <nav className={styles.open} aria-label={t("entrance.open")}>
        <Link to={`/stage/${fair.fairId}`}>
          <Icon name="stage" size={18} /> {t("entrance.stage")}
        </Link>
        <Link to="/certificate">
          <Icon name="plaque" size={18} /> {t("entrance.certificate")}
        </Link>
      </nav>
    </div>
  );
}
