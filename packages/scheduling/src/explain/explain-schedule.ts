import { restore } from "../large/placements.ts";
import { createPlan, type Plan, unplaced } from "../large/plan.ts";
import type { Compiled } from "../model/compile.ts";
import type { Placement } from "../model/result.ts";
import { explainPeople, type PersonalResult } from "./people.ts";
import type { ReasonCode } from "./reason.ts";
import { explainUnscheduled, type Unscheduled } from "./unscheduled.ts";

export interface Explanation {
  /** One entry for every meeting without a place. */
  unscheduled: Unscheduled[];
  /** One entry for every party that any meeting names. */
  people: PersonalResult[];
}

/** Why meetings have no place in these placements, and what everybody got. */
export function explainSchedule(c: Compiled, placements: readonly Placement[]): Explanation {
  const plan = createPlan(c);
  restore(plan, placements);
  return explainPlan(plan);
}

export function explainPlan(plan: Plan): Explanation {
  const unscheduled: Unscheduled[] = [];
  const codes = new Map<number, ReasonCode>();
  for (let m = 0; m < plan.c.meetings; m++) {
    if (plan.slotOf[m] !== unplaced) continue;
    const why = explainUnscheduled(plan, m);
    unscheduled.push(why);
    codes.set(m, why.reason.code);
  }
  return { unscheduled, people: explainPeople(plan, (m) => codes.get(m)!) };
}
