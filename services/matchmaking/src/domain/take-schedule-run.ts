import { scheduleRunInterrupted } from "@rialto/contracts/matchmaking/schedule-run-events";
import { isAfter } from "./fair.ts";
import { mostAttempts } from "./run-lease.ts";
import { isWorkable, type ScheduleRun, type ScheduleRunEvent, scheduleRunTaken } from "./schedule-run.ts";

export interface TakeScheduleRun {
  /** The replica, by a name that no other and no earlier one has. */
  readonly owner: string;
  readonly now: string;
}

/**
 * A replica takes a run that nobody has in hand. Solving begins anew, with the same seed: nothing of it was announced.
 * After too many replicas have gone away over it, it is interrupted. Publishing and undoing are resumed as often as needed.
 */
export function takeScheduleRun({ owner, now }: TakeScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  if (!isWorkable(state) || isAfter(state.leaseUntil, now)) return [];
  const isSolving = state.status === "queued" || state.status === "running";
  if (isSolving && state.attempts >= mostAttempts) {
    const { runId, fairId, attempts } = state;
    return [scheduleRunInterrupted.draft({ runId, fairId, attempts, interruptedAt: now })];
  }
  return [scheduleRunTaken.draft({ owner, takenAt: now })];
}
