import { useTranslation } from "react-i18next";
import { BoothPill } from "../floor/BoothPill.tsx";
import type { PlacedBooth } from "../floor/booths.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import shared from "../shared/shared.module.css";
import styles from "./booth.module.css";

/** Which booth, where, how large, and whether it is free. */
export function BoothHead({ booth }: { booth: PlacedBooth }) {
  const { t } = useTranslation();
  const { fair } = usePlace();
  const [, , width, depth] = booth.at;
  return (
    <div className={shared.spread}>
      <div className={styles.own}>
        <Verbatim className={styles.code}>{booth.code}</Verbatim>
        <span className={shared.muted}>
          <Name of={fair.zones.find(({ zoneId }) => zoneId === booth.zoneId)?.name} /> · {t(`booth.kind.${booth.kind}`)} ·{" "}
          {t("booth.size", { width, depth })}
        </span>
      </div>
      <BoothPill status={booth.status} />
    </div>
  );
}
