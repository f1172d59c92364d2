import { hasSeat, isFree } from "./fits.ts";
import { type Plan, place, remove, unplaced } from "./plan.ts";
import { slotCost } from "./slot-cost.ts";

const gain = 1e-6;
const rounds = 3;

/** Among free locations in the same slot, each meeting takes the one with the shortest ways for the people who come. Returns how many changed. */
export function nearestPlaces(plan: Plan, shouldStop: () => boolean): number {
  const { c } = plan;
  let changed = 0;
  for (let round = 0, before = -1; round < rounds && changed > before; round++) {
    before = changed;
    for (let m = 0; m < c.meetings; m++) {
      if (m % 256 === 0 && shouldStop()) return changed;
      if (plan.slotOf[m] !== unplaced && c.locationsOf[m]!.length > 1 && takeNearest(plan, m)) changed++;
    }
  }
  return changed;
}

function takeNearest(plan: Plan, m: number): boolean {
  const { c } = plan;
  const slot = plan.slotOf[m]!;
  const present = plan.placeOf[m]!;
  remove(plan, m);
  let best = present;
  let bestCost = slotCost(plan, m, slot, present) - gain;
  for (const location of c.locationsOf[m]!) {
    if (location === present || !hasSeat(plan, m, slot, location)) continue;
    const cost = slotCost(plan, m, slot, location);
    if (cost < bestCost && canCome(plan, m, slot, location)) {
      best = location;
      bestCost = cost;
    }
  }
  place(plan, m, slot, best);
  return best !== present;
}

function canCome(plan: Plan, m: number, slot: number, location: number): boolean {
  const { c } = plan;
  for (let i = c.partyStart[m]!; i < c.partyStart[m + 1]!; i++)
    if (!isFree(plan, plan.repOf[i]!, slot, c.length[m]!, location)) return false;
  return true;
}
