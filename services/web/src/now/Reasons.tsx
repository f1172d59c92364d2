import type { Reason } from "@rialto/contracts/matchmaking/events";
import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import styles from "./now.module.css";

const known = [
  "hsHeading",
  "hsChapter",
  "hsSubheading",
  "tag",
  "words",
  "market",
  "language",
  "certificate",
  "preference",
] as const;
const isKnown = (code: string): code is (typeof known)[number] => (known as readonly string[]).includes(code);

/** Why they match, the strongest first, in words; a code that this release does not know is shown by its values. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const word = (code: string, value: string) => {
    if (code === "market" && /^[A-Z]{2}$/.test(value)) return format.country(value);
    return code === "language" ? format.language(value) : value;
  };
  const shown = reasons
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, 4);
  return (
    <ul className={styles.reasons} aria-label={t("match.why")}>
      {shown.map(({ code, values }) => (
        <li key={code + values.join()}>
          {isKnown(code) && <span>{t(`reason.${code}`)}</span>}
          <bdi translate="no">
            {values
              .slice(0, 3)
              .map((value) => word(code, value))
              .join(", ")}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
