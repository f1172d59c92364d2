import { refuseMatchmaking } from "@rialto/contracts/matchmaking/refusals";
import { scheduleRunStarted } from "@rialto/contracts/matchmaking/schedule-run-events";
import type { ScheduleChange, ScheduleRules, ScheduleWishes } from "@rialto/contracts/matchmaking/schedule-run-values";
import { type Fair, slotOf } from "./fair.ts";
import type { ScheduleRun, ScheduleRunEvent } from "./schedule-run.ts";
import { usableSlots } from "./usable-slots.ts";

export interface StartScheduleRun {
  readonly runId: string;
  readonly fair: Fair;
  readonly wishes: ScheduleWishes;
  readonly rules: ScheduleRules;
  /** Of a repair. */
  readonly change?: ScheduleChange | undefined;
  readonly startedBy: string;
  readonly now: string;
}

/** An organizer asks for a plan. That no other run of the fair is under way, the index says. */
export function startScheduleRun(command: StartScheduleRun, state: ScheduleRun): ScheduleRunEvent[] {
  if (state.status !== "none") return [];
  const { runId, fair, wishes, rules, change, startedBy, now } = command;
  for (const slotId of [...(rules.slotIds ?? []), ...slotsOf(change)]) slotOf(fair, slotId);
  if (usableSlots(fair, rules, now).length === 0) throw refuseMatchmaking("NO_SLOT_LEFT");
  const kind = change === undefined ? "plan" : "repair";
  return [scheduleRunStarted.draft({ runId, fairId: fair.fairId, kind, wishes, rules, change, startedBy, startedAt: now })];
}

function slotsOf(change: ScheduleChange | undefined): readonly string[] {
  if (change === undefined) return [];
  return change.kind === "slotRemoved" ? [change.slotId] : (change.slotIds ?? []);
}
