import { useEffect, useRef, useState } from "react";

const WAIT_MS = 6_000;

/**
 * Something that no service can take back waits a moment before it is sent, so that a wrong tap costs nothing. Leaving the screen
 * or the app is no second thought: it is sent at once. `isDone` from the tap on, until it is taken back or has failed.
 */
export function useSecondThought(send: () => Promise<unknown>) {
  const [isDone, setDone] = useState(false);
  const [isSent, setSent] = useState(false);
  const latest = useRef(send);
  latest.current = send;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const parts = useRef({
    stop() {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    sendNow() {
      if (timer.current === undefined) return;
      parts.current.stop();
      setSent(true);
      void latest.current().catch(() => {
        setDone(false);
        setSent(false);
      });
    },
  });
  useEffect(() => {
    const { sendNow } = parts.current;
    const hidden = () => document.visibilityState === "hidden" && sendNow();
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      sendNow();
    };
  }, []);
  return {
    isDone,
    isSent,
    begin() {
      setDone(true);
      timer.current = setTimeout(parts.current.sendNow, WAIT_MS);
    },
    undo() {
      parts.current.stop();
      setDone(false);
    },
  };
}
