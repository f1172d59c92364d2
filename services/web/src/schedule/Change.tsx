import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Pill } from "../shared/Pill.tsx";

/** More or fewer meetings than today: a sign, a number and a word, not a colour alone. */
export function Change({ by }: { by: number }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  if (by === 0) return <Pill>{t("schedule.same")}</Pill>;
  const count = format.number(Math.abs(by));
  return by > 0 ? (
    <Pill tone="good" icon="plus">
      {t("schedule.gains", { count: by, number: count })}
    </Pill>
  ) : (
    <Pill tone="bad" icon="minus">
      {t("schedule.loses", { count: -by, number: count })}
    </Pill>
  );
}
