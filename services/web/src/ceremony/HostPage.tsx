import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Name, useName, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { EndEarly } from "./EndEarly.tsx";
import styles from "./host.module.css";
import { statusLooks } from "./kinds.ts";
import { NextButton } from "./NextButton.tsx";
import { NoticeLine } from "./NoticeLine.tsx";
import { OnStage } from "./OnStage.tsx";
import { RunEditor } from "./RunEditor.tsx";
import { RunOfShow } from "./RunOfShow.tsx";
import { type Ceremony, onStage } from "./show.ts";
import { type Host, useCeremony, useHost } from "./use-host.ts";

function Header({ ceremony, host }: { ceremony: Ceremony; host: Host }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const { fairId, ceremonyId, status, stage, startsAt } = ceremony;
  return (
    <div className={styles.head}>
      <div className={`${shared.row} ${styles.standing}`}>
        <Pill {...statusLooks[status]}>{t(`ceremony.status.${status}`)}</Pill>
        <span className={shared.facts}>
          <span>
            <Icon name="pin" size={16} />
            <Name of={stage} />
          </span>
          <span>
            <Icon name="clock" size={16} /> {format.day(startsAt)} {format.time(startsAt)}
          </span>
        </span>
      </div>
      <div className={`${shared.row} ${styles.tools}`}>
        <Button
          variant="default"
          component="a"
          href={`/stage/${fairId}/${ceremonyId}`}
          target="_blank"
          leftSection={<Icon name="stage" size={18} />}
        >
          {t("ceremony.openScreen")}
        </Button>
        {(status === "planned" || status === "onStage") && <EndEarly ceremony={ceremony} took={host.took} />}
      </div>
    </div>
  );
}

/** What stands in the middle while no item is on stage. */
function Quiet({ ceremony }: { ceremony: Ceremony }) {
  const { t } = useTranslation();
  const { status, reason, items } = ceremony;
  if (status === "completed")
    return (
      <Empty icon="check" title={t("ceremony.overTitle")}>
        {t("ceremony.overHelp")}
      </Empty>
    );
  if (status === "aborted")
    return (
      <Empty icon="slash" title={t("ceremony.abortedTitle")}>
        <Verbatim>{reason}</Verbatim>
      </Empty>
    );
  if (items.length === 0)
    return (
      <Empty icon="table" title={t("ceremony.noItems")}>
        {t("ceremony.noItemsHelp")}
      </Empty>
    );
  return <p className={styles.free}>{t(status === "planned" ? "ceremony.waitingToBegin" : "ceremony.nobody")}</p>;
}

function Show({ ceremony }: { ceremony: Ceremony }) {
  const { t } = useTranslation();
  const host = useHost(ceremony);
  const [isEditing, edit] = useState(false);
  const item = onStage(ceremony);
  if (isEditing && ceremony.status === "planned") {
    return <RunEditor ceremony={ceremony} took={host.took} close={() => edit(false)} />;
  }
  return (
    <div className={styles.frame}>
      <Header ceremony={ceremony} host={host} />
      <div className={styles.show}>
        <div className={styles.stage}>
          <NoticeLine notice={host.notice} />
          {item === undefined ? <Quiet ceremony={ceremony} /> : <OnStage item={item} />}
          <div className={styles.reach}>
            <NextButton ceremony={ceremony} host={host} />
          </div>
        </div>
        <div className={styles.list}>
          <RunOfShow ceremony={ceremony} took={host.took} />
          {ceremony.status === "planned" && (
            <Button variant="default" leftSection={<Icon name="table" size={18} />} onClick={() => edit(true)}>
              {t("ceremony.edit")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/** Beside the stage: what is on, what comes, and one button for it. */
export default function HostPage() {
  const { t } = useTranslation();
  const name = useName();
  const { ceremonyId = "" } = useParams();
  const read = useCeremony(ceremonyId);
  const above = (
    <Link to="/ceremonies" className={shared.link}>
      <Icon name="back" size={18} /> {t("ceremony.all")}
    </Link>
  );
  return (
    <Page
      title={read.data === undefined ? t("ceremony.title") : name(read.data.title)}
      isTitleData={read.data !== undefined}
      above={above}
      wide
    >
      <Loaded of={read} rows={4}>
        {(ceremony) => <Show ceremony={ceremony} />}
      </Loaded>
    </Page>
  );
}
