import { type Plan, unplaced } from "../large/plan.ts";

/** Whether a placed meeting may stay where it is: not called off, its people there, its location open. Its order is looked after elsewhere. */
export function stillHolds(plan: Plan, m: number): boolean {
  const { c } = plan;
  const first = plan.slotOf[m]!;
  if (first === unplaced || c.excluded[m] === 1) return false;
  for (let s = first; s < first + c.length[m]!; s++) {
    const cell = plan.placeOf[m]! * c.slots + s;
    if (plan.taken[cell]! > c.seats[cell]!) return false;
    for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
      if (c.available[plan.repOf[i]! * c.slots + s] === 0) return false;
  }
  return true;
}
