// One Ctrl-C arrives several times: the terminal sends it to the whole group, and npm sends it on again.
const SAME_PRESS_MS = 700;

/** Calls `stop` at the first Ctrl-C (or SIGTERM, SIGHUP) and `hurry` at the next one. */
export function onInterrupt(stop: () => void, hurry: () => void, clock: () => number = Date.now): void {
  let firstAt: number | undefined;
  const interrupted = () => {
    if (firstAt === undefined) {
      firstAt = clock();
      stop();
    } else if (clock() - firstAt > SAME_PRESS_MS) hurry();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupted);
}
