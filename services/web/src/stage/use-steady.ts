import { useEffect } from "react";
import { liveStatus } from "../live/live.ts";
import { useSignal } from "../shared/signal.ts";

interface Read {
  readonly isError: boolean;
  readonly refetch: (options: { cancelRefetch: boolean }) => unknown;
}

const CALM_MS = 30_000;
const URGENT_MS = 2_000;

/** A screen without anybody in front of it asks again by itself: seldom while it is told of changes, often while it is not. */
export function useSteady({ isError, refetch }: Read, isWanted: boolean): void {
  const isLive = useSignal(liveStatus) === "live";
  const everyMs = isLive && !isError ? CALM_MS : URGENT_MS;
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => void refetch({ cancelRefetch: false }), everyMs);
    return () => clearInterval(timer);
  }, [isWanted, everyMs, refetch]);
}
