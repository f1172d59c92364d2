import { listCeremonies } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Pill } from "../shared/Pill.tsx";
import styles from "./now.module.css";

/** The ceremony that is on stage, or the next one. */
export function OnStageNow() {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  useRooms({ kind: "stage", fairId });
  const list = useOperation(listCeremonies, { params: { fairId } }, { follows: ["ceremony"], keep: true });
  const items = list.data?.items ?? [];
  const ceremony = items.find(({ status }) => status === "onStage") ?? items.find(({ status }) => status === "planned");
  if (ceremony === undefined) return null;
  return (
    <Link to={`/stage/${fairId}/${ceremony.ceremonyId}`} className={styles.stage}>
      <Icon name="stage" />
      <span>
        <Name of={ceremony.title} className={styles.stageTitle} />
        <span className={styles.quiet}>
          <Name of={ceremony.stage} /> · {format.when(ceremony.startsAt)}
        </span>
      </span>
      {ceremony.status === "onStage" ? (
        <Pill tone="accent" icon="now">
          {t("ceremony.status.onStage")}
        </Pill>
      ) : (
        <Pill icon="clock">{t("ceremony.status.planned")}</Pill>
      )}
    </Link>
  );
}
