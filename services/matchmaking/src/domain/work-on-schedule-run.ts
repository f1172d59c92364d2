import {
  schedulePublished,
  scheduleRunFailed,
  scheduleRunFinished,
  scheduleRunProgressed,
  scheduleUndone,
} from "@rialto/contracts/matchmaking/schedule-run-events";
import type {
  PublicationSummary,
  ScheduleProgress,
  ScheduleSummary,
  UndoSummary,
} from "@rialto/contracts/matchmaking/schedule-run-values";
import {
  isHeldBy,
  type ScheduleRun,
  type ScheduleRunEvent,
  scheduleBookingsPlanned,
  scheduleRunReleased,
} from "./schedule-run.ts";

/**
 * What the replica that has a run in hand says about it. Each says nothing once it is no longer in its hand, or was
 * discarded meanwhile: a replica that was away too long does no harm when it comes back.
 */
interface ByOwner {
  readonly owner: string;
  readonly now: string;
}

/** How far it is; also the sign of life that keeps others from taking it. */
export function noteProgress(
  { owner, progress, now }: ByOwner & { readonly progress: ScheduleProgress },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner)) return [];
  const { runId, fairId } = state;
  return [scheduleRunProgressed.draft({ runId, fairId, progress, progressedAt: now })];
}

export function finishScheduleRun(
  { owner, summary, now }: ByOwner & { readonly summary: ScheduleSummary },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner) || state.status !== "running") return [];
  const { runId, fairId } = state;
  return [scheduleRunFinished.draft({ runId, fairId, summary, finishedAt: now })];
}

export interface FailureReason {
  readonly code: string;
  readonly message: string;
}

const mostReasons = 100;
const longestMessage = 500;

export function failScheduleRun(
  { owner, reasons, now }: ByOwner & { readonly reasons: readonly FailureReason[] },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner) || state.status !== "running") return [];
  const { runId, fairId } = state;
  const told = reasons.slice(0, mostReasons).map(({ code, message }) => ({ code, message: message.slice(0, longestMessage) }));
  return [scheduleRunFailed.draft({ runId, fairId, reasons: told, failedAt: now })];
}

export function releaseScheduleRun({ owner, now }: ByOwner, state: ScheduleRun): ScheduleRunEvent[] {
  return isHeldBy(state, owner) ? [scheduleRunReleased.draft({ releasedAt: now })] : [];
}

export function planBookings(
  { owner, round, chunks, bookings }: ByOwner & { readonly round: number; readonly chunks: number; readonly bookings: number },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner) || state.status !== "publishing" || state.rounds.length !== round) return [];
  return [scheduleBookingsPlanned.draft({ chunks, bookings })];
}

export function finishPublication(
  { owner, publication, now }: ByOwner & { readonly publication: PublicationSummary },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner) || state.status !== "publishing") return [];
  const { runId, fairId } = state;
  return [schedulePublished.draft({ runId, fairId, publication, publishedAt: now })];
}

export function finishUndo(
  { owner, undo, now }: ByOwner & { readonly undo: UndoSummary },
  state: ScheduleRun,
): ScheduleRunEvent[] {
  if (!isHeldBy(state, owner) || state.status !== "undoing") return [];
  const { runId, fairId } = state;
  return [scheduleUndone.draft({ runId, fairId, undo, undoneAt: now })];
}
