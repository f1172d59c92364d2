import { lazy, Suspense, useCallback, useState } from "react";
import { useWhenIdle } from "../shared/use-when-idle.ts";

const Notices = lazy(() => import("./Notices.tsx"));

/** Nothing is said before somebody has seen the first screen; what is said in between waits. */
export function NoticesSoon() {
  const [isWanted, want] = useState(false);
  useWhenIdle(useCallback(async () => want(true), []));
  return <Suspense fallback={null}>{isWanted && <Notices />}</Suspense>;
}
