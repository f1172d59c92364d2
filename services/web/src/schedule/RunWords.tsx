import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import type { Run } from "./runs.ts";

/** What was asked for, and when, in one or two lines. */
export function RunWords({ run: { kind, wishes, rules, change, startedAt } }: { run: Run }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const asked =
    kind === "repair" && change !== undefined
      ? [t(`schedule.change.${change.kind}`)]
      : [
          wishes.requests ? t("schedule.wish.requests") : undefined,
          wishes.preferences === "none" ? undefined : t(`schedule.wish.${wishes.preferences}`),
          wishes.recommendedFrom === undefined
            ? undefined
            : t("schedule.wish.recommended", { score: format.percent(wishes.recommendedFrom) }),
        ];
  const kept = [
    rules.days === undefined
      ? undefined
      : t("schedule.rule.days", { days: rules.days.map((day) => format.number(day)).join(", ") }),
    rules.maxPerPersonPerDay === undefined ? undefined : t("schedule.rule.perDay", { count: rules.maxPerPersonPerDay }),
    rules.maxInARow === undefined ? undefined : t("schedule.rule.inARow", { count: rules.maxInARow }),
  ];
  return (
    <div className={shared.grow}>
      <h3>{asked.filter((word) => word !== undefined).join(" · ")}</h3>
      <p className={shared.muted}>
        {[t("schedule.started", { when: format.moment(startedAt) }), ...kept].filter((word) => word !== undefined).join(" · ")}
      </p>
    </div>
  );
}
