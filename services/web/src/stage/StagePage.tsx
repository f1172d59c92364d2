import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { liveStatus } from "../live/live.ts";
import { account } from "../session/session.ts";
import shared from "../shared/shared.module.css";
import { useSignal } from "../shared/signal.ts";
import { Controls } from "./Controls.tsx";
import { Crossfade } from "./Crossfade.tsx";
import { Picture } from "./Picture.tsx";
import { Scenery } from "./Scenery.tsx";
import { isFestive, momentOf, pictureOf, type Stage } from "./scene.ts";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";
import { useAttended, useWakeLock } from "./use-screen.ts";
import { type OnScreen, useStage } from "./use-stage.ts";

/** A connection that comes and goes within this time is nobody's concern in front of a stage. */
const PATIENCE_MS = 4_000;

function Offline() {
  const { t } = useTranslation();
  const isLive = useSignal(liveStatus) === "live";
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (isLive) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    <div role="status" className={styles.offline}>
      {isLong && <span className={shared.unseen}>{t("stage.offline")}</span>}
      {isLong && <i aria-hidden="true" />}
    </div>
  );
}

/** How far the ceremony is: one mark per item. */
function Progress({ stage: { done, of, now } }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <div className={styles.progress} role="img" aria-label={t("stage.progress", { done, of })}>
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is nothing but its place
        <i key={index} data-done={index < done} data-now={index === done && now !== undefined} />
      ))}
    </div>
  );
}

function Frame({ onScreen }: { onScreen: OnScreen }) {
  const { fair, stage, state } = onScreen;
  const isRunning = state === "shown" && stage?.now !== undefined;
  const isFairShown = state === "shown" && stage !== undefined && fair !== undefined;
  return (
    <div className={styles.box}>
      <header className={styles.head}>
        {isFairShown && <Twin of={fair.name} width={74} size={1.9} lines={1} tone="quiet" />}
        {isRunning && <Progress stage={stage} />}
      </header>
      <div className={styles.scene} aria-live="polite">
        <Crossfade picture={state === "shown" && stage !== undefined ? pictureOf(stage) : state}>
          <Picture {...onScreen} />
        </Crossfade>
      </div>
      <Offline />
    </div>
  );
}

function Screen() {
  const { t } = useTranslation();
  const { fairId, ceremonyId } = useParams();
  const onScreen = useStage(fairId, ceremonyId);
  const isAttended = useAttended();
  useWakeLock();
  useEffect(() => {
    document.title = `${t("stage.page")} · Rialto`;
  }, [t]);
  const moment = onScreen.stage === undefined ? undefined : momentOf(onScreen.stage);
  return (
    <main className={styles.stage} data-attended={isAttended} data-moment={moment ?? onScreen.state}>
      <Scenery isFestive={moment !== undefined && isFestive(moment)} />
      <Frame onScreen={onScreen} />
      {isAttended && <Controls />}
    </main>
  );
}

/** The screen above the stage; the same for everybody, so that somebody who signs out beside it changes nothing. */
export default function StagePage() {
  return <Screen key={useSignal(account)} />;
}
