import {
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
import type { Store, StoreDeclaration } from "@rialto/persistence/store.types";
import { evolveScheduleRun } from "../domain/evolve-schedule-run.ts";
import {
  type ExistingRun,
  noRun,
  privateScheduleRunEvents,
  type ScheduleRun,
  type ScheduleRunEvent,
} from "../domain/schedule-run.ts";
import { afterCursor, cursorOf } from "./page-cursor.ts";

export type ScheduleRuns = Store<ScheduleRun, ScheduleRunEvent>;

const newestFirst = { "state.startedAt": -1, _id: -1 } as const;

/** The name of the index that lets one run of a fair be under way at a time, over all replicas. */
export const oneAtATime = "oneAtATime";

export const scheduleRunsDeclaration: StoreDeclaration<ScheduleRun, ScheduleRunEvent> = {
  name: "scheduleRuns",
  context: "matchmaking",
  definitions: [
    scheduleRunStarted,
    scheduleRunProgressed,
    scheduleRunFinished,
    scheduleRunInterrupted,
    scheduleRunFailed,
    scheduleRunDiscarded,
    schedulePublicationStarted,
    schedulePublished,
    scheduleUndoStarted,
    scheduleUndone,
    ...privateScheduleRunEvents,
  ],
  initial: noRun,
  evolve: evolveScheduleRun,
  indexes: [
    { name: oneAtATime, fields: { "state.fairId": 1 }, unique: true, partial: { "state.engaged": true } },
    { name: "due", fields: { "state.leaseUntil": 1 }, partial: { "state.engaged": true } },
    { name: "ofFair", fields: { "state.fairId": 1, ...newestFirst } },
  ],
};

export interface FoundRun {
  readonly version: number;
  readonly state: ExistingRun;
}

/** Ids of runs that nobody has in hand: new ones, and those whose replica has been silent too long. */
export async function dueRuns({ model }: ScheduleRuns, now: string): Promise<string[]> {
  const found = await model
    .find({ "state.engaged": true, "state.leaseUntil": { $lte: now } }, { _id: 1 })
    .hint("due")
    .limit(20)
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

/** The run of a fair that is under way, if any. */
export async function activeRunId({ model }: ScheduleRuns, fairId: string): Promise<string | undefined> {
  const found = await model.findOne({ "state.fairId": fairId, "state.engaged": true }, { _id: 1 }).lean<{ _id: string }>();
  return found?._id;
}

/** One page of a fair's runs, newest first. */
export async function findRuns(
  { model }: ScheduleRuns,
  { fairId, cursor, limit }: { readonly fairId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const found = await model
    .find(
      { "state.fairId": fairId, ...(cursor === undefined ? {} : afterCursor("state.startedAt", cursor)) },
      { version: 1, state: 1 },
    )
    .sort(newestFirst)
    .limit(limit + 1)
    .lean<FoundRun[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, ...(more ? { nextCursor: cursorOf(last.state.startedAt, last.state.runId) } : {}) };
}
