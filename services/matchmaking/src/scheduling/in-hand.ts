import type { ScheduleProgress } from "@rialto/contracts/matchmaking/schedule-run-values";
import type { Cause } from "@rialto/persistence/store.types";
import type { Clock } from "@rialto/service-kit/clock";
import type { Logger } from "@rialto/service-kit/logger";
import { isHeldBy, type ScheduleRun, type ScheduleRunEvent } from "../domain/schedule-run.ts";
import { noteProgress } from "../domain/work-on-schedule-run.ts";
import type { ScheduleRuns } from "../store/schedule-runs.ts";

/** A progress a second reaches every screen, and is a sign of life well within the lease. */
const everyMs = 1_000;

/** A run that this replica has in hand. */
export interface InHand {
  readonly runId: string;
  readonly owner: string;
  readonly cause: Cause;
  /** Aborted when the run is no longer ours, or the service stops: whoever works on it ends. */
  readonly signal: AbortSignal;
  /** Since this replica took it. */
  readonly seconds: () => number;
  /** Written with the next beat; the first of a stage at once. */
  report(progress: Omit<ScheduleProgress, "seconds">): Promise<void>;
  onStopAsked(stop: () => void): void;
  /** Writes to the run, after the beat that is under way. */
  write(decide: (state: ScheduleRun) => ScheduleRunEvent[]): Promise<ScheduleRun>;
  /** Ends the beats. */
  letGo(): Promise<void>;
}

export interface InHandDeps {
  readonly scheduleRuns: ScheduleRuns;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Keeps a run that was just taken: writes how far it is about once a second, and notices when it is lost. */
export function keepInHand(
  { scheduleRuns, clock, logger }: InHandDeps,
  { runId, owner, cause, stopping }: { runId: string; owner: string; cause: Cause; stopping: AbortSignal },
): InHand {
  const began = performance.now();
  const lost = new AbortController();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  let progress: Omit<ScheduleProgress, "seconds"> = { stage: "collecting" };
  let stop: (() => void) | undefined;
  let beating = Promise.resolve();
  let isBeating = false;

  async function beat(): Promise<void> {
    const now = clock();
    const { state } = await scheduleRuns.update(
      runId,
      (run) => noteProgress({ owner, progress: { ...progress, seconds: seconds() }, now }, run),
      cause,
    );
    if (!isHeldBy(state, owner)) lost.abort();
    else if (state.stopAsked) stop?.();
  }
  /** A beat that fails is no end: the next one, or the lease, decides. While the database is slow they do not pile up. */
  const tryToBeat = () => {
    if (isBeating) return beating;
    isBeating = true;
    beating = beat()
      .catch((error) => logger.warn({ err: error, runId }, "progress of a schedule run is not written"))
      .finally(() => {
        isBeating = false;
      });
    return beating;
  };
  const timer = setInterval(tryToBeat, everyMs);
  timer.unref();

  return {
    runId,
    owner,
    cause,
    seconds,
    signal: AbortSignal.any([lost.signal, stopping]),
    async report(next) {
      const isNewStage = next.stage !== progress.stage;
      progress = next;
      if (isNewStage) await tryToBeat();
    },
    onStopAsked(wanted) {
      stop = wanted;
    },
    async write(decide) {
      await beating;
      return (await scheduleRuns.update(runId, decide, cause)).state;
    },
    async letGo() {
      clearInterval(timer);
      await beating;
    },
  };
}
