import { useTranslation } from "react-i18next";
import { usePlace } from "../session/place.tsx";
import { Page } from "../shared/Page.tsx";
import { FreedSlots } from "./FreedSlots.tsx";
import { Matches } from "./Matches.tsx";
import { NextMeeting } from "./NextMeeting.tsx";
import styles from "./now.module.css";
import { OnStageNow } from "./OnStageNow.tsx";
import { OpenAnswers } from "./OpenAnswers.tsx";

/** The one screen between two halls: where to go, what is asked of me, who has just appeared. */
export default function NowPage() {
  const { t } = useTranslation();
  const { organizationId } = usePlace();
  return (
    <Page title={t("now.title")} wide>
      <div className={styles.now}>
        <div className={styles.column}>
          <NextMeeting />
          <OpenAnswers />
          <FreedSlots />
          <OnStageNow />
        </div>
        {organizationId !== undefined && <Matches />}
      </div>
    </Page>
  );
}
