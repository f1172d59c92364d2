import { useTranslation } from "react-i18next";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Empty } from "../shared/States.tsx";
import type { Counters } from "./NumbersPage.tsx";
import styles from "./numbers.module.css";

const columns = ["scheduled", "held", "missed"] as const;

/** The same numbers by zone. */
export function ZoneTable({ zones }: { zones: Counters["zones"] }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  if (zones.length === 0) return <Empty icon="numbers" title={t("numbers.noMeetings")} />;
  return (
    <table className={styles.zones}>
      <thead>
        <tr>
          <th scope="col">{t("floor.zone")}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`numbers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => (
          <tr key={zone.zoneId}>
            <th scope="row">
              <Name of={zone.name} />
            </th>
            {columns.map((column) => (
              <td key={column}>{format.number(zone[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
