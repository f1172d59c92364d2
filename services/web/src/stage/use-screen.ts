import { useEffect, useState } from "react";

const REST_MS = 3_000;

/** Whether somebody is at the pointer or the keyboard; after three seconds of rest the screen belongs to the audience again. */
export function useAttended(): boolean {
  const [isAttended, attend] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const notice = () => {
      attend(true);
      clearTimeout(timer);
      timer = setTimeout(() => attend(false), REST_MS);
    };
    const kinds = ["pointermove", "pointerdown", "keydown"] as const;
    for (const kind of kinds) window.addEventListener(kind, notice);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) window.removeEventListener(kind, notice);
    };
  }, []);
  return isAttended;
}

/** The screen does not fall asleep between two items, where the browser allows to ask for that. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const given = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) void given?.release();
      else lock = given;
    };
    const again = () => void ask();
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}

export function useFullScreen() {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const note = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", note);
    return () => document.removeEventListener("fullscreenchange", note);
  }, []);
  const toggle = () =>
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return { isFull, toggle };
}
