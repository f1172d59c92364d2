import { fit, mayStart } from "./fits.ts";
import { type Plan, place, remove, unplaced } from "./plan.ts";
import { slotCost } from "./slot-cost.ts";

const gain = 1e-6;

/** Moves single meetings to free slots with fewer breaks and shorter ways. Returns how many were moved. */
export function polish(plan: Plan, shouldStop: () => boolean): number {
  const { c } = plan;
  let moved = 0;
  for (let m = 0; m < c.meetings; m++) {
    if (m % 256 === 0 && shouldStop()) break;
    if (plan.slotOf[m] !== unplaced && c.after[m]!.length === 0 && moveToBest(plan, m)) moved++;
  }
  return moved;
}

function moveToBest(plan: Plan, m: number): boolean {
  const { c } = plan;
  const first = c.partyStart[m]!;
  const slot = plan.slotOf[m]!;
  const location = plan.placeOf[m]!;
  const reps = plan.repOf.slice(first, c.partyStart[m + 1]!);
  remove(plan, m);
  let best = slot;
  let bestPlace = location;
  let bestCost = slotCost(plan, m, slot, location) - gain;
  for (let s = 0; s < c.slots; s++) {
    if (s === slot || !mayStart(plan, m, s)) continue;
    const at = fit(plan, m, s);
    const cost = at === unplaced ? Number.POSITIVE_INFINITY : slotCost(plan, m, s, at);
    if (cost < bestCost) {
      best = s;
      bestPlace = at;
      bestCost = cost;
    }
  }
  if (best === slot) plan.repOf.set(reps, first);
  else bestPlace = fit(plan, m, best);
  place(plan, m, best, bestPlace);
  return best !== slot;
}
