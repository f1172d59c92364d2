import type { Plan } from "../large/plan.ts";
import { admissionOf } from "./admission.ts";
import type { Admission, Reason } from "./reason.ts";
import { reasonFor } from "./reason-for.ts";

export interface Unscheduled {
  meetingId: string;
  reason: Reason;
  /** The smallest change that would admit it; null if no change of these kinds does. */
  admittedBy: Admission | null;
}

/** Why a meeting has no place in the plan, and what would give it one. */
export function explainUnscheduled(plan: Plan, m: number): Unscheduled {
  const reason = reasonFor(plan, m);
  const fewest = reason.code === "NOT_TRIED" ? 0 : 1;
  return { meetingId: plan.c.problem.meetings[m]!.id, reason, admittedBy: admissionOf(plan, m, 0, fewest) };
}
