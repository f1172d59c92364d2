import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { barsOf, type Summary } from "./runs.ts";
import styles from "./schedule.module.css";

function Cell({ count, most, of }: { count: number; most: number; of: "before" | "after" }) {
  const { format } = usePlace();
  return (
    <td>
      <span className={styles.bar} data-of={of}>
        <span style={{ inlineSize: `${(100 * count) / Math.max(1, most)}%` }} />
        {count === 0 ? "·" : format.number(count)}
      </span>
    </td>
  );
}

/** How many people have how many meetings, today and in the plan. */
export function Distribution({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const bars = barsOf(summary);
  const most = Math.max(...bars.flatMap(({ before, after }) => [before, after]));
  return (
    <table className={styles.distribution}>
      <caption>{t("schedule.distribution")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("schedule.meetingsEach")}</th>
          <th scope="col">{t("schedule.today")}</th>
          <th scope="col">{t("schedule.inPlan")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ meetings, before, after, isOpen }) => (
          <tr key={meetings}>
            <th scope="row">{isOpen ? `${meetings}+` : meetings}</th>
            <Cell count={before} most={most} of="before" />
            <Cell count={after} most={most} of="after" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
