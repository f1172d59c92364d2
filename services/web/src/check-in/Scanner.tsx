import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./check-in.module.css";

/** Looks through the camera until a text is read; returns how to stop. */
async function scan(video: HTMLVideoElement, found: (text: string) => void): Promise<() => void> {
  const { QRCanvas, frameLoop, rearCamera } = await import("qr/dom.js");
  const camera = await rearCamera(video);
  const canvas = new QRCanvas();
  const stopLoop = frameLoop(async () => {
    const result = await camera.readFrame(canvas, true);
    if (typeof result === "string") found(result);
  }, video);
  return () => {
    stopLoop();
    camera.stop();
  };
}

/** The camera, opened by a tap and closed as soon as it has read something. */
export default function Scanner({ found }: { found: (text: string) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once per tap, whatever the parent passes meanwhile
  useEffect(() => {
    if (state !== "open" || video.current === null) return;
    const done = (text: string) => {
      setState("closed");
      found(text);
    };
    const stopping = scan(video.current, done);
    stopping.catch(() => setState("failed"));
    return () =>
      void stopping.then(
        (stop) => stop(),
        () => undefined,
      );
  }, [state]);
  return (
    <div className={styles.scanner}>
      {state === "open" && <video ref={video} className={styles.video} muted playsInline aria-label={t("checkIn.camera")} />}
      {state === "failed" && <p role="alert">{t("checkIn.noCamera")}</p>}
      <Button onClick={() => setState(state === "open" ? "closed" : "open")}>
        {t(state === "open" ? "checkIn.closeCamera" : "checkIn.openCamera")}
      </Button>
    </div>
  );
}
