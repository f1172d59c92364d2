import { type DraftOf, definePrivateEvent } from "@rialto/contracts/kernel/event";
import { Instant } from "@rialto/contracts/kernel/values";
import type {
  schedulePublicationStarted,
  schedulePublished,
  scheduleRunDiscarded,
  scheduleRunFailed,
  scheduleRunFinished,
  scheduleRunInterrupted,
  scheduleRunProgressed,
  scheduleRunStarted,
  scheduleUndone,
  scheduleUndoStarted,
} from "@rialto/contracts/matchmaking/schedule-run-events";
import type {
  PublicationSummary,
  ScheduleChange,
  ScheduleProgress,
  ScheduleRules,
  ScheduleSummary,
  ScheduleWishes,
  UndoSummary,
} from "@rialto/contracts/matchmaking/schedule-run-values";
import { z } from "zod";

/** A replica has taken the run in hand, until its lease ends; every progress prolongs it. */
export const scheduleRunTaken = definePrivateEvent({
  type: "matchmaking.schedule-run-taken",
  version: 1,
  data: z.object({ owner: z.string(), takenAt: Instant }),
});

/** The replica stops in good order: another one may begin at once. */
export const scheduleRunReleased = definePrivateEvent({
  type: "matchmaking.schedule-run-released",
  version: 1,
  data: z.object({ releasedAt: Instant }),
});

export const scheduleRunStopAsked = definePrivateEvent({
  type: "matchmaking.schedule-run-stop-asked",
  version: 1,
  data: z.object({ askedAt: Instant }),
});

/** A list of bookings stands in the parts of the run, and may be carried out. */
export const scheduleBookingsPlanned = definePrivateEvent({
  type: "matchmaking.schedule-bookings-planned",
  version: 1,
  data: z.object({ chunks: z.int().min(0), bookings: z.int().min(0) }),
});

export const privateScheduleRunEvents = [
  scheduleRunTaken,
  scheduleRunReleased,
  scheduleRunStopAsked,
  scheduleBookingsPlanned,
] as const;

export type ScheduleRunEvent =
  | DraftOf<typeof scheduleRunStarted>
  | DraftOf<typeof scheduleRunProgressed>
  | DraftOf<typeof scheduleRunFinished>
  | DraftOf<typeof scheduleRunInterrupted>
  | DraftOf<typeof scheduleRunFailed>
  | DraftOf<typeof scheduleRunDiscarded>
  | DraftOf<typeof schedulePublicationStarted>
  | DraftOf<typeof schedulePublished>
  | DraftOf<typeof scheduleUndoStarted>
  | DraftOf<typeof scheduleUndone>
  | DraftOf<(typeof privateScheduleRunEvents)[number]>;

export interface RunSettings {
  readonly runId: string;
  readonly fairId: string;
  readonly kind: "plan" | "repair";
  readonly wishes: ScheduleWishes;
  readonly rules: ScheduleRules;
  readonly change?: ScheduleChange | undefined;
  readonly startedAt: string;
}

interface Existing extends RunSettings {
  /** How often solving was begun; the parts of a result carry the number of the attempt that wrote them. */
  readonly attempts: number;
  readonly stopAsked: boolean;
  readonly progress?: ScheduleProgress | undefined;
  readonly since: string;
}

/** Somebody works on it, or is to: at most one of a fair, by a unique index over these. */
interface Engaged {
  readonly engaged: true;
  /** The replica that has it in hand; empty: nobody. */
  readonly owner: string;
  /** From here on anybody may take it. */
  readonly leaseUntil: string;
}
interface Idle {
  readonly engaged: false;
}
interface Planned extends Existing {
  readonly summary: ScheduleSummary;
}
interface Booking extends Planned {
  /** One list of bookings per round: what a round could not book is placed anew in the next. */
  readonly rounds: readonly { readonly chunks: number; readonly bookings: number }[];
  readonly publicationStartedAt: string;
}
interface Published extends Booking {
  readonly publication: PublicationSummary;
}

export type NoRun = { readonly status: "none" };
export type QueuedRun = Existing & Engaged & { readonly status: "queued" };
export type RunningRun = Existing & Engaged & { readonly status: "running" };
export type FinishedRun = Planned & Idle & { readonly status: "finished" };
export type InterruptedRun = Existing & Idle & { readonly status: "interrupted" };
export type FailedRun = Existing &
  Idle & { readonly status: "failed"; readonly reasons: readonly { readonly code: string; readonly message: string }[] };
export type DiscardedRun = Existing & Idle & { readonly status: "discarded" };
export type PublishingRun = Booking & Engaged & { readonly status: "publishing" };
export type PublishedRun = Published & Idle & { readonly status: "published" };
export type UndoingRun = Published & Engaged & { readonly status: "undoing"; readonly undoStartedAt: string };
export type UndoneRun = Published & Idle & { readonly status: "undone"; readonly undo: UndoSummary };

/** One run of the automatic schedule at a fair: calculated, looked at, then published or thrown away; a publication can be undone. */
export type ScheduleRun =
  | NoRun
  | QueuedRun
  | RunningRun
  | FinishedRun
  | InterruptedRun
  | FailedRun
  | DiscardedRun
  | PublishingRun
  | PublishedRun
  | UndoingRun
  | UndoneRun;

export type ExistingRun = Exclude<ScheduleRun, NoRun>;
export type WorkableRun = QueuedRun | RunningRun | PublishingRun | UndoingRun;

export const noRun: NoRun = { status: "none" };

export const isWorkable = (state: ScheduleRun): state is WorkableRun => state.status !== "none" && state.engaged;

/** Whether this replica still has it in hand: after a pause longer than the lease another one may. */
export const isHeldBy = (state: ScheduleRun, owner: string): state is WorkableRun => isWorkable(state) && state.owner === owner;
