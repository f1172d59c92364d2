import type { ScheduleRun } from "./schedule-run.ts";

/** Names of a run's lists. A result belongs to the attempt that wrote it: a replica that was taken over writes beside it. */
export const resultList = (list: "meetings" | "unscheduled" | "people", run: { readonly attempts: number }): string =>
  `${list}:${run.attempts}`;

export const bookingsList = (round: number): string => `bookings:${round}`;
export const outcomesList = (round: number): string => `outcomes:${round}`;
export const undoneList = (round: number): string => `undone:${round}`;
/** What could not be placed anew before a round. */
export const droppedList = (round: number): string => `dropped:${round}`;
export const changesList = "changes";

export const roundsOf = (run: ScheduleRun): number => ("rounds" in run ? run.rounds.length : 0);
