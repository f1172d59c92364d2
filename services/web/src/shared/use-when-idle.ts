import { useEffect } from "react";

/** Safari has no idle callbacks. */
const soon = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(work, 1_000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 3_000 });
  return () => cancelIdleCallback(handle);
};

/** Fetches what a tap may want next, after the screen has what it needs itself. A fetch that fails is tried again by the tap. */
export function useWhenIdle(load: () => Promise<unknown>): void {
  useEffect(() => soon(() => void load().catch(() => undefined)), [load]);
}
