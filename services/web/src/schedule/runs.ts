import type { getScheduleRun } from "@rialto/contracts/matchmaking/schedule-run-operations";
import type { z } from "zod";

export type Run = z.output<typeof getScheduleRun.result>;
export type RunStatus = Run["status"];
export type Summary = NonNullable<Run["summary"]>;

/** The work goes on: progress is worth showing. */
export const isAtWork = ({ status }: Pick<Run, "status">): boolean =>
  status === "queued" || status === "running" || status === "publishing" || status === "undoing";

/** There is a plan to look at. */
export const hasPlan = ({ summary, status }: Pick<Run, "summary" | "status">): boolean =>
  summary !== undefined && status !== "discarded";

/** How much of what could be had at most is in the best plan so far, 0 to 1; `undefined`: not known yet. */
export function shareOf({ value, bound }: { value?: number | undefined; bound?: number | undefined }): number | undefined {
  if (value === undefined || bound === undefined) return undefined;
  return bound <= 0 ? 1 : Math.min(1, value / bound);
}

/** How far it is, 0 to 1: of the meetings while booking, else of what could be had at most. */
export function progressOf({ progress }: Pick<Run, "progress">): number | undefined {
  if (progress?.total !== undefined && progress.total > 0) return Math.min(1, (progress.done ?? 0) / progress.total);
  return progress === undefined ? undefined : shareOf(progress);
}

export interface Bar {
  readonly meetings: number;
  readonly before: number;
  readonly after: number;
  /** The last one counts all beyond. */
  readonly isOpen: boolean;
}

const MOST_BARS = 16;

/** How many people have 0, 1, 2, ... meetings today and in the plan, without the empty end; many more are counted as one. */
export function barsOf({ before, after }: Pick<Summary, "before" | "after">): Bar[] {
  const last = Math.max(
    before.findLastIndex((count) => count > 0),
    after.findLastIndex((count) => count > 0),
  );
  const end = Math.min(last, MOST_BARS);
  const from = (counts: readonly number[], meetings: number) =>
    meetings < end ? (counts[meetings] ?? 0) : counts.slice(end).reduce((sum, count) => sum + count, 0);
  return Array.from({ length: end + 1 }, (_, meetings) => ({
    meetings,
    before: from(before, meetings),
    after: from(after, meetings),
    isOpen: meetings === end && last > end,
  }));
}
