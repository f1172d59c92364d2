import { rowLength } from "../large/fits.ts";
import type { Plan } from "../large/plan.ts";
import { isIdle } from "./idle.ts";
import type { Reason } from "./reason.ts";

type Limit = Extract<Reason, { code: "LIMIT_PER_DAY" | "LIMIT_IN_A_ROW" }>;

/** The limit that keeps a party from the slot although somebody of it is idle; null if there is none. */
export function limitReached(plan: Plan, m: number, slot: number): Limit | null {
  const { c } = plan;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++) {
    const idle = c.repsOf[i]!.filter((rep) => isIdle(plan, rep, slot, c.length[m]!));
    const found = Array.from(idle, (rep) => limitOf(plan, rep, slot, c.length[m]!));
    if (found.includes(null) || found.length === 0) continue;
    const partyId = c.problem.meetings[m]!.parties[i - c.partyStart[m]!]!;
    return { ...found[0]!, partyId, slotIds: [] };
  }
  return null;
}

function limitOf(plan: Plan, rep: number, slot: number, length: number): Pick<Limit, "code" | "limit"> | null {
  const { c } = plan;
  if (plan.perDay[rep * plan.days + c.dayOf[slot]!]! >= c.maxPerDay[rep]!)
    return { code: "LIMIT_PER_DAY", limit: c.maxPerDay[rep]! };
  if (rowLength(plan, rep, slot, length) > c.maxInARow[rep]!) return { code: "LIMIT_IN_A_ROW", limit: c.maxInARow[rep]! };
  return null;
}
