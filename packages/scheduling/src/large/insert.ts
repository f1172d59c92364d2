import { fit, mayStart } from "./fits.ts";
import { type Plan, place, unplaced } from "./plan.ts";
import { slotCost } from "./slot-cost.ts";

/** Places the meeting in the free slot that costs least, or returns false. */
export function insert(plan: Plan, m: number): boolean {
  let best = unplaced;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < plan.c.slots; slot++) {
    if (!mayStart(plan, m, slot)) continue;
    const location = fit(plan, m, slot);
    if (location === unplaced) continue;
    const cost = slotCost(plan, m, slot, location);
    if (cost < bestCost) {
      bestCost = cost;
      best = slot;
    }
  }
  return best !== unplaced && insertAt(plan, m, best);
}

export function insertAt(plan: Plan, m: number, slot: number): boolean {
  const location = fit(plan, m, slot);
  if (location === unplaced) return false;
  place(plan, m, slot, location);
  return true;
}
