import { leaseFrom } from "./run-lease.ts";
import {
  type ExistingRun,
  isWorkable,
  type PublishingRun,
  type ScheduleRun,
  type ScheduleRunEvent,
  type WorkableRun,
} from "./schedule-run.ts";

type Data<Type extends ScheduleRunEvent["type"]> = Extract<ScheduleRunEvent, { type: Type }>["data"];

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

/** Copies the facts of an event into the state. Never judges. */
export function evolveScheduleRun(state: ScheduleRun, event: ScheduleRunEvent): ScheduleRun {
  switch (event.type) {
    case "matchmaking.schedule-run-started.v1":
      return started(event.data);
    case "matchmaking.schedule-run-taken.v1":
      return taken(workable(state), event.data);
    case "matchmaking.schedule-run-released.v1":
      return released(workable(state), event.data.releasedAt);
    case "matchmaking.schedule-run-stop-asked.v1":
      return { ...workable(state), stopAsked: true };
    case "matchmaking.schedule-run-progressed.v1":
      return { ...workable(state), progress: event.data.progress, leaseUntil: leaseFrom(event.data.progressedAt) };
    case "matchmaking.schedule-run-finished.v1":
      return { ...left(state), status: "finished", summary: event.data.summary, since: event.data.finishedAt };
    case "matchmaking.schedule-run-interrupted.v1":
      return { ...left(state), status: "interrupted", since: event.data.interruptedAt };
    case "matchmaking.schedule-run-failed.v1":
      return { ...left(state), status: "failed", reasons: event.data.reasons, since: event.data.failedAt };
    case "matchmaking.schedule-run-discarded.v1":
      return discarded(state, event.data.discardedAt);
    default:
      return publicationAfter(state, event);
  }
}

type PublicationEvent = Extract<
  ScheduleRunEvent,
  {
    type:
      | "matchmaking.schedule-run-publication-started.v1"
      | "matchmaking.schedule-bookings-planned.v1"
      | "matchmaking.schedule-run-published.v1"
      | "matchmaking.schedule-run-undo-started.v1"
      | "matchmaking.schedule-run-undone.v1";
  }
>;

function publicationAfter(state: ScheduleRun, event: PublicationEvent): ScheduleRun {
  switch (event.type) {
    case "matchmaking.schedule-run-publication-started.v1":
      return publishing(state, event.data.publicationStartedAt);
    case "matchmaking.schedule-bookings-planned.v1":
      return { ...underWay(state), rounds: [...underWay(state).rounds, event.data] };
    case "matchmaking.schedule-run-published.v1":
      return {
        ...idle(underWay(state)),
        status: "published",
        publication: event.data.publication,
        since: event.data.publishedAt,
      };
    case "matchmaking.schedule-run-undo-started.v1":
      return undoing(state, event.data.undoStartedAt);
    case "matchmaking.schedule-run-undone.v1":
      return undone(state, event.data);
    default:
      return unhandled(event);
  }
}

const nobody = (since: string) => ({ engaged: true as const, owner: "", leaseUntil: since, since });

function started({ runId, fairId, kind, wishes, rules, change, startedAt }: Data<"matchmaking.schedule-run-started.v1">) {
  const settings = { runId, fairId, kind, wishes, rules, change, startedAt };
  return { ...settings, status: "queued" as const, attempts: 0, stopAsked: false, ...nobody(startedAt) };
}

function taken(state: WorkableRun, { owner, takenAt }: Data<"matchmaking.schedule-run-taken.v1">): WorkableRun {
  const lease = { owner, leaseUntil: leaseFrom(takenAt) };
  if (state.status !== "queued" && state.status !== "running") return { ...state, ...lease };
  return { ...state, ...lease, status: "running", attempts: state.attempts + 1, since: takenAt };
}

/** What was given back in good order was no failed attempt. */
function released(state: WorkableRun, at: string): WorkableRun {
  const lease = { owner: "", leaseUntil: at };
  if (state.status !== "running") return { ...state, ...lease };
  return { ...state, ...lease, status: "queued", attempts: state.attempts - 1 };
}

function discarded(state: ScheduleRun, at: string): ScheduleRun {
  const { summary: _, ...rest } = { summary: undefined, ...left(state) };
  return { ...rest, status: "discarded", since: at };
}

function publishing(state: ScheduleRun, at: string): PublishingRun {
  if (state.status !== "finished") throw new Error(`not a finished run: ${state.status}`);
  const { progress: _, ...rest } = state;
  return { ...rest, status: "publishing", rounds: [], publicationStartedAt: at, ...nobody(at) };
}

function undoing(state: ScheduleRun, at: string): ScheduleRun {
  if (state.status !== "published") throw new Error(`not a published run: ${state.status}`);
  const { progress: _, ...rest } = state;
  return { ...rest, status: "undoing", undoStartedAt: at, ...nobody(at) };
}

function undone(state: ScheduleRun, { undo, undoneAt }: Data<"matchmaking.schedule-run-undone.v1">): ScheduleRun {
  if (state.status !== "undoing") throw new Error(`not being taken back: ${state.status}`);
  const { undoStartedAt: _, ...rest } = idle(state);
  return { ...rest, status: "undone", undo, since: undoneAt };
}

function underWay(state: ScheduleRun): PublishingRun {
  if (state.status !== "publishing") throw new Error(`not being published: ${state.status}`);
  return state;
}

function workable(state: ScheduleRun): WorkableRun {
  if (!isWorkable(state)) throw new Error(`nobody works on it: ${state.status}`);
  return state;
}

function left(state: ScheduleRun) {
  if (state.status === "none") throw new Error("no such run");
  return idle(state);
}

type WithoutLease<Run> = Omit<Run, "owner" | "leaseUntil" | "engaged"> & { engaged: false };

/** Without what belongs to work in hand. */
function idle<Run extends ExistingRun>(state: Run): WithoutLease<Run> {
  const { owner: _owner, leaseUntil: _lease, ...rest } = { owner: "", leaseUntil: "", ...state };
  // The compiler does not follow the rest of a generic object.
  return { ...rest, engaged: false } as WithoutLease<Run>;
}
