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

interface Props {
  readonly found: (text: string) => void;
  readonly opened: () => void;
}

const isForbidden = (error: unknown) => error instanceof DOMException && error.name === "NotAllowedError";

/** The camera, opened by a tap and closed as soon as it has read something. */
export default function Scanner({ found, opened }: Props) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<"closed" | "open" | "forbidden" | "failed">("closed");
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once per tap, whatever the parent passes meanwhile
  useEffect(() => {
    if (state !== "open" || video.current === null) return;
    let isDone = false;
    const done = (text: string) => {
      // The picture that was taken meanwhile shows the same code.
      if (isDone) return;
      isDone = true;
      setState("closed");
      found(text);
    };
    const stopping = scan(video.current, done);
    stopping.catch((error) => setState(isForbidden(error) ? "forbidden" : "failed"));
    return () =>
      void stopping.then(
        (stop) => stop(),
        () => undefined,
      );
  }, [state]);
  const press = () => {
    if (state !== "open") opened();
    setState(state === "open" ? "closed" : "open");
  };
  return (
    <div className={styles.scanner}>
      {state === "open" && <video ref={video} className={styles.video} muted playsInline aria-label={t("checkIn.camera")} />}
      {state === "failed" && <p role="alert">{t("checkIn.noCamera")}</p>}
      {state === "forbidden" && <p role="alert">{t("checkIn.cameraForbidden")}</p>}
      <Button onClick={press}>{t(state === "open" ? "checkIn.closeCamera" : "checkIn.openCamera")}</Button>
    </div>
  );
}
