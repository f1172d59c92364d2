import type { Reason } from "@rialto/contracts/matchmaking/events";
import { useTranslation } from "react-i18next";
import { useName } from "../language/names.tsx";
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
  "orderSize",
] as const;
const isKnown = (code: string): code is (typeof known)[number] => (known as readonly string[]).includes(code);
const shownReasons = 4;
const shownValues = 3;

/** What is shared, in the reader's language where it has a name there. */
function useValues() {
  const { format } = usePlace();
  const name = useName();
  return ({ code, values, name: called }: Reason): string => {
    if (called !== undefined) return `${values.join(" ")} ${name(called)}`;
    if (code === "orderSize") return "";
    const word = (value: string) => {
      if (code === "market" && /^[A-Z]{2}$/.test(value)) return format.country(value);
      return code === "language" ? format.language(value) : value;
    };
    return values.slice(0, shownValues).map(word).join(", ");
  };
}

/** Why they match, the strongest first, in words; a code that this release does not know is shown by its values. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const valuesOf = useValues();
  const shown = reasons
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points)
    .slice(0, shownReasons);
  return (
    <ul className={styles.reasons} aria-label={t("match.why")}>
      {shown.map((reason) => (
        <li key={`${reason.code} ${reason.of} ${reason.values.join()}`} title={valuesOf(reason)}>
          {isKnown(reason.code) && <span>{t(`reason.${reason.code}`)}</span>}
          <bdi translate="no">{valuesOf(reason)}</bdi>
        </li>
      ))}
    </ul>
  );
}
